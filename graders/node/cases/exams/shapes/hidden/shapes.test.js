import assert, { deepStrictEqual } from 'node:assert/strict';
import loose from 'node:assert';
import { test } from 'node:test';
import { submission } from 'touchstone';

const { pair, pairLater, wrapped, fill } = await submission.load('index.js');
const number = () => Math.floor(submission.random() * 1e6);

test('a pair', () => {
  const [a, b] = [number(), number()];
  assert.deepEqual(pair(a, b), { a, b });
});

test('a pair later', async () => {
  const [a, b] = [number(), number()];
  deepStrictEqual(await pairLater(a, b), { a, b });
});

test('a pair in a list', () => {
  const [a, b] = [number(), number()];
  loose.equal(wrapped(a, b).length, 1);
  loose.deepEqual(wrapped(a, b), [{ a, b }]);
});

test('a pair in what was handed over', () => {
  const [a, b] = [number(), number()];
  const list = [];
  fill(list, a, b);
  assert.deepEqual(list, [{ a, b }], 'the list');
});
