import { expect, test } from 'vitest';
import { submission } from 'touchstone';

const { pair, pairLater, wrapped, fill } = await submission.load('index.js');
const number = () => Math.floor(submission.random() * 1e6);

test('a pair', () => {
  const [a, b] = [number(), number()];
  expect(pair(a, b)).toEqual({ a, b });
});

test('a pair later', async () => {
  const [a, b] = [number(), number()];
  expect(await pairLater(a, b)).toStrictEqual({ a, b });
});

test('a pair in a list', () => {
  const [a, b] = [number(), number()];
  expect(wrapped(a, b)).toMatchObject([{ a, b }]);
});

test('a pair in what was handed over', () => {
  const [a, b] = [number(), number()];
  const list = [];
  fill(list, a, b);
  expect(list).toEqual([{ a, b }]);
});
