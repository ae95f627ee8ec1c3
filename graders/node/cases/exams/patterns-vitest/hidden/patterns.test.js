import { expect, test } from 'vitest';
import { submission } from 'touchstone';

const { wordWithDigits, echo } = await submission.load('index.js');

test('is the pattern that was asked for', () => {
  expect(wordWithDigits()).toEqual(/(?<letters>[a-z]+)(\d+)/g);
  expect(String(wordWithDigits())).toBe('/(?<letters>[a-z]+)(\\d+)/g');
});

test('matches where it should', () => {
  expect('abc123').toMatch(wordWithDigits());
  expect('123').not.toMatch(wordWithDigits());
});

test('finds the parts', () => {
  const [first, second] = [...'-ab1 cde23'.replace(wordWithDigits(), '<$2>').split(' ')];
  expect([first, second]).toEqual(['-<1>', '<23>']);
  const found = wordWithDigits().exec('-ab1');
  expect([found[0], found.index, found.groups.letters]).toEqual(['ab1', 1, 'ab']);
});

test('goes back to where it came from', () => {
  expect(echo(wordWithDigits()).test('no')).toBe(false);
  expect(echo(/a/)).toEqual(/a/);
});
