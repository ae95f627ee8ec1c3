import { describe, expect, test } from 'vitest';
import { lackOf, type Lack, type ReviewText } from '../../../src/review/wording/lacks.ts';

type Row = [body: string, lacks: Lack['what'] | null, more?: Partial<ReviewText>];

const changes = { says: 'changes-requested' } as const;
const commented = { says: 'commented' } as const;

/** Reviews as people write them. */
const REVIEWS: Row[] = [
  // No reason.
  ['LGTM', 'reason'],
  ['lgtm!! 🚀', 'reason'],
  ['', 'reason'],
  ['👍', 'reason'],
  [':shipit:', 'reason'],
  ['Looks good to me, nice work!', 'reason'],
  ['Great job 🎉🎉 Keep it up!', 'reason'],
  ['Perfect. Approved.', 'reason'],
  ['10/10', 'reason'],
  ['No comments from my side.', 'reason'],
  ['Needs more work.', 'reason', changes],
  ['Nope, try again.', 'reason', changes],
  ['+1', 'reason', commented],
  ['> What does this function do?\n\nLooks good!', 'reason'],
  ['<!-- please explain why -->\nLGTM', 'reason'],

  // Orders.
  ['Do it like this.', 'question', changes],
  ['Use a map here.', 'question', changes],
  ['Rename `x` to `total`.', 'question', changes],
  ['LGTM, but rename x to total.', 'question'],
  ['You should use `reduce` instead of the loop.', 'question', changes],
  ['Please fix the indentation. Remove the console.log. Add a semicolon.', 'question', changes],
  ['- Use const\n- Delete the comment\n- Move it to another file', 'question', changes],
  ['This must be `const`.', 'question', commented],
  ['', 'question', { ...commented, remarks: ['```suggestion\nconst total = 0;\n```'] }],
  ['Nice!', 'question', { remarks: ['```suggestion\nreturn a + b;\n```'] }],
  ['Do it like this:\n\n```js\nreturn items.map(total);\n```', 'question', changes],
  ['Good job! Never use `var`.', 'question'],
  ["Don't use let.", 'question', changes],

  // Reasons, questions, and what leaves a choice.
  ['LGTM: I tried it with an empty list and it says 0, as the brief asks.', null],
  ['Use a map here, because looking a price up in the list gets slow with many items.', null, changes],
  ['Rename `x`: a stranger would not know what it holds.', null, changes],
  ['What happens when the list is empty?', null, changes],
  ['Why is there a second loop?', null, commented],
  ['Have you considered `reduce`? It says in one line what the loop does in four.', null],
  ['The loop runs once too often. Use < instead of <=.', null, changes],
  ['I was confused by the name `data`. Rename it.', null, changes],
  ['Maybe use `const` here.', null, commented],
  ['Could be split in two.', null, commented],
  ['The function does two things: it reads the file and it adds up.', null, changes],
  ['I love how small each function is.', null],
  ['Clean and short, every name says what it holds.', null],
  ['Prices are rounded before they are added up.', null, changes],
  ['Nice!', null, { remarks: ['This reads well: the name says it all.'] }],
  ['', null, { remarks: ['What would this return for a negative price?'] }],
  [
    '',
    null,
    {
      ...commented,
      remarks: [
        '```suggestion\nconst total = 0;\n```',
        'It never changes, so a reader can stop watching it.',
      ],
    },
  ],
  ['So that nobody has to scroll: move this up?', null, commented],
  ['Use `===`, otherwise "1" and 1 are the same.', null, changes],
  ['https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Statements/const', null, commented],
  ['', null, commented],
  ['', null, { ...commented, remarks: ['Thanks!'] }],
  ['', 'reason', { remarks: ['Nice!'] }],
  ['```js\nexpect(total([])).toBe(0);\n```', null, commented],

  // What is not English is not judged, whatever it looks like.
  ['Sieht gut aus!', null],
  ['Bitte `const` benutzen.', null, changes],
  ['Use el mapa, por favor.', null, changes],
  ['très bien', null],
  ['写得很好', null],
  ['Отлично', null],
  ['Fix dit even.', null, changes],
  ['Rename para total.', null, changes],
  ['いいね 👍', null],
];

describe('what a review lacks', () => {
  test.each(REVIEWS)('%j: %s', (body, lacks, more = {}) => {
    expect(lackOf({ says: 'approved', remarks: [], ...more, body })?.what ?? null).toBe(lacks);
  });

  test('is said with the words that it was noticed by', () => {
    expect(lackOf({ says: 'approved', body: 'Nice.\n\nRename `x` to `total`.', remarks: [] })).toEqual({
      what: 'question',
      seen: 'Rename code to code',
    });
  });
});
