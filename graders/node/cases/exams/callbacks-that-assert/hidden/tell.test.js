import assert from 'node:assert/strict';
import { test } from 'node:test';
import { submission } from 'touchstone';

const { doubled, doubledLater } = await submission.load('index.js');
const number = () => Math.floor(submission.random() * 1e6);

test('tells of each number doubled', () => {
  const numbers = [number(), number()];
  doubled(numbers, (told, at) => assert.equal(told, numbers[at] * 2));
});

test('tells of each number doubled, later', async () => {
  const numbers = [number(), number()];
  await doubledLater(numbers, async (told, at) => assert.equal(told, numbers[at] * 2));
});
