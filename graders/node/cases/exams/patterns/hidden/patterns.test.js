import assert from 'node:assert/strict';
import { test } from 'node:test';
import { submission } from 'touchstone';

const { wordWithDigits, echo } = await submission.load('index.js');

test('is the pattern that was asked for', () => {
  assert.deepEqual(wordWithDigits(), /(?<letters>[a-z]+)(\d+)/g);
  assert.equal(String(wordWithDigits()), '/(?<letters>[a-z]+)(\\d+)/g');
});

test('matches where it should', () => {
  assert.match('abc123', wordWithDigits());
  assert.doesNotMatch('123', wordWithDigits());
});

test('finds the parts', () => {
  const [first, second] = [...'-ab1 cde23'.replace(wordWithDigits(), '<$2>').split(' ')];
  assert.deepEqual([first, second], ['-<1>', '<23>']);
  const found = wordWithDigits().exec('-ab1');
  assert.deepEqual([found[0], found.index, found.groups.letters, found.input], ['ab1', 1, 'ab', '-ab1']);
});

test('goes back to where it came from', () => {
  assert.equal(echo(wordWithDigits()).test('no'), false);
  assert.deepEqual(echo(/a/), /a/);
});
