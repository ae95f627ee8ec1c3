import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { claimOf } from '../../../src/review/agreement/claim.ts';
import { agreementsOf, agrees, type Comparison } from '../../../src/review/agreement/ledger.ts';
import { shareOf } from '../../../src/review/agreement/wilson.ts';

const said = (more: Partial<Comparison> = {}): Comparison => ({
  project: 'sums',
  claimed: 'mastered',
  says: 'mastered',
  asksPeople: false,
  why: null,
  ...more,
});
const yes = said();
const no = said({ says: 'not-yet', why: 'Its loop leaves out the last one.' });
const times = (count: number, one: Comparison) => Array<Comparison>(count).fill(one);
const policy = { atLeast: 0.8, last: 20 };
const looked = (...all: Comparison[]) => agreementsOf(all, policy)[0]?.personMustLook;

describe('a share of a few', () => {
  // Brown, Cai and DasGupta's interval, as R's prop.test(x, n, correct = FALSE) gives it.
  test.each([
    [0, 10, 0, 0.2775],
    [5, 10, 0.2366, 0.7634],
    [8, 10, 0.4902, 0.9433],
    [10, 10, 0.7225, 1],
    [90, 100, 0.8256, 0.9448],
    [0, 0, 0, 1],
  ])('%i of %i is between %f and %f', (count, of, low, high) => {
    expect(shareOf(count, of).low).toBeCloseTo(low, 4);
    expect(shareOf(count, of).high).toBeCloseTo(high, 4);
  });

  test('lies within its interval, which more of the same makes narrower', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(200), (of, some) => {
        const count = some % (of + 1);
        const { low, high } = shareOf(count, of);
        expect(low).toBeLessThanOrEqual(count / of + 1e-12);
        expect(high).toBeGreaterThanOrEqual(count / of - 1e-12);
        const ten = shareOf(count * 10, of * 10);
        expect(ten.high - ten.low).toBeLessThan(high - low);
      }),
    );
  });
});

describe('the ledger of how right the marking was', () => {
  test.each<[string, Partial<Comparison>, boolean | null]>([
    ['both say mastered', {}, true],
    ['both say not yet', { claimed: 'not-yet', says: 'not-yet' }, true],
    ['a person signs off what it missed', { claimed: 'not-yet' }, false],
    ['a person misses what it did not', { says: 'not-yet' }, false],
    [
      'a person misses what it did not, and is asked more than it',
      { says: 'not-yet', asksPeople: true },
      null,
    ],
    ['a person who is asked more signs off what it missed', { claimed: 'not-yet', asksPeople: true }, false],
  ])('%s', (_what, more, expected) => {
    expect(agrees(said(more))).toBe(expected);
  });

  test('takes a project from the machine when it is sure that they agree too little', () => {
    expect(looked(no, no)).toBe(false);
    expect(looked(no, no, no)).toBe(true);
    expect(looked(yes, no)).toBe(false);
    expect(looked(...times(3, yes), no)).toBe(false);
    expect(looked(...times(5, yes), ...times(5, no))).toBe(true);
    expect(looked(...times(12, yes), ...times(8, no))).toBe(true);
    expect(looked(...times(16, yes), ...times(4, no))).toBe(false);
  });

  test('gives it back when the last ones agree often enough, and not for one of them', () => {
    const fallen = [...times(5, yes), ...times(5, no)];
    expect(looked(...fallen, ...times(5, yes))).toBe(true);
    expect(looked(...fallen, ...times(15, yes))).toBe(true);
    expect(looked(...fallen, ...times(16, yes))).toBe(false);
  });

  test('counts each project by itself, the last ones alone, and nothing that cannot be told', () => {
    const all = [
      ...times(30, no),
      ...times(20, yes),
      said({ project: 'songs', says: 'not-yet', asksPeople: true }),
      said({ project: 'counts' }),
    ];
    expect(
      agreementsOf(all, policy).map(({ project, share: { count, of }, personMustLook }) => [
        project,
        count,
        of,
        personMustLook,
      ]),
    ).toEqual([
      ['counts', 1, 1, false],
      ['songs', 0, 0, false],
      ['sums', 20, 20, false],
    ]);
    expect(agreementsOf([yes, no], policy)[0]?.disagreements).toEqual([no]);
  });
});

describe('what the machine was sure of', () => {
  const doubt = { kind: 'borderline', stage: 'functionality' } as const;
  test.each([
    ['mastered', { decision: 'mastered', doubts: [], stages: [{ met: true }] }, 'mastered'],
    ['not yet', { decision: 'not-yet', doubts: [], stages: [{ met: false }] }, 'not-yet'],
    [
      'all that it looks at is met',
      { decision: 'awaiting-review', doubts: [], stages: [{ met: true }] },
      'mastered',
    ],
    [
      'a person must look',
      { decision: 'awaiting-review', doubts: [], stages: [{ met: true }, { met: false }] },
      'not-yet',
    ],
    ['it was in doubt', { decision: 'awaiting-review', doubts: [doubt], stages: [{ met: true }] }, null],
    [
      'it was close, and decided',
      { decision: 'mastered', doubts: [doubt], stages: [{ met: true }] },
      'mastered',
    ],
    ['it had nothing to look at', { decision: 'awaiting-review', doubts: [], stages: [] }, null],
    ['practice', { decision: null, doubts: [], stages: [{ met: true }] }, null],
  ] as const)('%s', (_what, marking, claimed) => {
    expect(claimOf({ ...marking, doubts: [...marking.doubts] })).toBe(claimed);
  });
});
