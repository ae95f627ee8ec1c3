import { describe, expect, test } from 'vitest';
import type { Roster, Standing } from '../../../src/domain/people/roster.ts';
import { isChosen, secondLooksFor, type SignedWork } from '../../../src/review/second-looks/signed-work.ts';
import { teachersAgree } from '../../../src/review/second-looks/teachers.ts';

const work = (more: Partial<SignedWork> = {}): SignedWork => ({
  id: 1,
  project: 'sums',
  learner: 5,
  owner: 'school',
  repo: 'sums-ada',
  headSha: 'a'.repeat(40),
  says: 'mastered',
  saidBy: [8],
  second: null,
  ...more,
});
const standing = (more: Partial<Standing> = {}): Standing => ({
  roles: new Set(['staff']),
  cohort: null,
  emails: [],
  timeZone: 'UTC',
  leave: [],
  ...more,
});
const now = Date.parse('2026-03-02T09:00:00Z');
const roster: Roster = new Map([
  [5, standing({ roles: new Set(['learner', 'staff']) })],
  [6, standing({ roles: new Set(['tutor']) })],
  [8, standing()],
  [9, standing({ roles: new Set(['lead']) })],
  [10, standing({ leave: [{ from: '2026-03-01', to: '2026-03-02' }] })],
]);

describe('a second look', () => {
  test('is drawn from the work alone, the same whenever it is asked, and about as often as it should be', () => {
    const shas = Array.from({ length: 2_000 }, (_, at) => at.toString(16).padStart(40, '0'));
    const chosen = shas.filter((headSha) => isChosen(work({ headSha }), 0.05));
    expect(chosen.length).toBeGreaterThan(60);
    expect(chosen.length).toBeLessThan(140);
    expect(shas.filter((headSha) => isChosen(work({ headSha, says: 'not-yet' }), 0.05))).toEqual(chosen);
    expect(shas.some((headSha) => isChosen(work({ headSha }), 0))).toBe(false);
    expect(shas.every((headSha) => isChosen(work({ headSha }), 1))).toBe(true);
  });

  test.each([
    ['another member of staff', 9, true],
    ['the first one', 8, false],
    ['the learner, who is staff too', 5, false],
    ['a tutor', 6, false],
    ['somebody on leave', 10, false],
    ['nobody', 99, false],
  ])('is asked of %s: %#', (_who, person, asked) => {
    expect(secondLooksFor(person, [work()], { share: 1, roster, now })).toHaveLength(asked ? 1 : 0);
  });

  test('is one, and not by somebody who has said something there', () => {
    const due = [work({ second: 'mastered' }), work({ saidBy: [8, 9] })];
    expect(secondLooksFor(9, due, { share: 1, roster, now })).toEqual([]);
  });
});

describe('how far teachers agree', () => {
  const both = (count: number, says: SignedWork['says'], second: SignedWork['second']) =>
    Array<SignedWork>(count).fill(work({ says, second }));

  test('is the share, and what of it is more than chance', () => {
    // The table of the method's own kind: 20 and 15 of 50 agree, 70 %; by chance it would be 50 %.
    const looked = [
      ...both(20, 'mastered', 'mastered'),
      ...both(5, 'mastered', 'not-yet'),
      ...both(10, 'not-yet', 'mastered'),
      ...both(15, 'not-yet', 'not-yet'),
      ...both(7, 'mastered', null),
    ];
    expect(teachersAgree(looked).share).toMatchObject({ count: 35, of: 50 });
    expect(teachersAgree(looked).kappa).toBeCloseTo(0.4, 10);
  });

  test('cannot be told beyond chance where everybody says the same, or nobody anything', () => {
    expect(teachersAgree(both(9, 'mastered', 'mastered')).kappa).toBeNull();
    expect(teachersAgree([]).kappa).toBeNull();
  });
});
