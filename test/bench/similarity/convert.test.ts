import { expect, test } from 'vitest';
import { groupsOf, pairsOf } from '../../../bench/similarity/convert.ts';
import { SimilarityDocument } from '../../../src/cli/similarity-document.ts';

const document = SimilarityDocument.parse({
  cut: 0.5,
  pairs: [
    { a: 's001', b: 's002', score: 0.9, fragments: [] },
    { a: 's001', b: 's003', score: 0.1, fragments: [] },
  ],
  groups: [
    {
      members: ['m001', 'm002', 'm003'],
      score: 0.7,
      rarity: 0.9,
      summary: 'A table of answers',
      places: [{ member: 'm001', file: 'clock.js', start: 3, end: 9 }],
    },
  ],
  remarks: [{ submission: 's001', path: null, says: 'left-out', why: 'it is empty' }],
});

test('pairs carry their task', () => {
  expect(pairsOf('leap', document)).toEqual([
    { a: 'leap/s001', b: 'leap/s002', score: 0.9 },
    { a: 'leap/s001', b: 'leap/s003', score: 0.1 },
  ]);
});

test('groups carry their cohort and the places of their members', () => {
  expect(groupsOf('js-clock', document)).toEqual([
    {
      cohort: 'js-clock',
      members: ['m001', 'm002', 'm003'],
      score: 0.7,
      spans: [{ member: 'm001', file: 'clock.js', start: 3, end: 9 }],
    },
  ]);
});
