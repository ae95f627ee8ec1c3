import assert from 'node:assert/strict';
import { test } from 'node:test';
import { submission } from 'touchstone';

const { add, steps } = await submission.load('index.js');

test('adds', () => {
  assert.equal(add(1, 2), 3);
});

test('takes ten steps', () => {
  let count = 0;
  for (let left = steps(); left > 0; left -= 1) count += 1;
  assert.equal(count, 10);
});
