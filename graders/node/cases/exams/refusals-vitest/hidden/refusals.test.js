import { expect, test } from 'vitest';
import { submission } from 'touchstone';

const { refuse, refuseLater } = await submission.load('index.js');

test('refuses in words', () => {
  expect(() => refuse()).toThrow('no such book');
});

test('refuses by the class', () => {
  expect(() => refuse()).toThrow(RangeError);
});

test('refuses later', async () => {
  await expect(refuseLater()).rejects.toThrow('no such book');
});
