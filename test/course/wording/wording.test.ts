import { describe, expect, test } from 'vitest';
import { wordingSlips } from '../../../src/course/wording/wording.ts';
import { feedbackPhrases } from '../../../src/mastery/phrases.ts';
import { phrases } from '../../../src/report/render/phrases.ts';

const found = (text: string): string[] => wordingSlips(text).map((slip) => slip.found);

describe('what does not help is found', () => {
  test.each([
    ['Just add them up.', ['Just']],
    ['This is simply a loop, and obviously it ends.', ['simply', 'obviously']],
    ['Of course the list may be empty, which is easy to see.', ['Of course', 'easy']],
    ['Your code does not return anything.', ['Your code does']],
    ['Look at your code again.', ['your code']],
    ['You forgot the empty basket.', ['You forgot']],
    ['You didn’t think of zero.', ['You didn’t']],
    ['Well done! You are so clever.', ['Well done', 'You are so clever']],
    ["You're a natural.", ["You're a natural"]],
    ['You must use a loop here.', ['You must use']],
    ['Write `total = total + price` in the loop.', ['Write']],
    ['Replace it with `items.reduce((a, b) => a + b)`.', ['Replace it with']],
    ['Return `items.length > 0`; then add `return sum;` below.', ['add']],
  ])('%s', (text, slips) => {
    expect(found(text)).toEqual(slips);
  });
});

describe('what helps is left alone', () => {
  test.each([
    'Find out about `for...of` and `reduce`, and what each keeps between two turns.',
    'Write a function that adds up an array of plain numbers.',
    'What would `just()` give back, and when is `simply` empty?',
    'Use `curl -i` to look at the headers.',
    'Which part of the work does `map` do?',
    'An adjustment of the total is justified.',
    'The solution of an equation is a number.',
    'Add `node:fs` to the list of what you have read about.',
    'Return `null` where nothing is found: what does the caller do with it?',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

/** Every text that a catalogue can make: functions are called with words in the place of what they are given. */
function textsOf(catalogue: unknown): string[] {
  if (typeof catalogue === 'string') return [catalogue];
  if (typeof catalogue === 'function') {
    const words = Array.from({ length: catalogue.length }, (_, at) => [`word${at}`, at + 2]);
    return [0, 1].map((kind) =>
      JSON.stringify(
        Reflect.apply(
          catalogue,
          undefined,
          words.map((word) => word[kind]),
        ) ?? '',
      ),
    );
  }
  if (typeof catalogue !== 'object' || catalogue === null) return [];
  return Object.values(catalogue).flatMap(textsOf);
}

test.each([
  ['of the feedback', feedbackPhrases],
  ['of the report', phrases],
])('the catalogue %s keeps to it', (_name, catalogue) => {
  const texts = textsOf(catalogue);
  expect(texts.length).toBeGreaterThan(10);
  expect(texts.flatMap(found)).toEqual([]);
});
