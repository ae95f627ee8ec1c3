import { assert, test } from 'vitest';
import { submission } from 'touchstone';

const { NAMES, add } = await submission.load('index.js');
const names = NAMES.map((name) => name.toUpperCase());

test('has names', () => {
  assert.deepEqual(names, ['A', 'B']);
});

test('adds', () => {
  assert.equal(add(1, 2), 3);
});
