import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Roster, Standing } from '../../../src/domain/people/roster.ts';
import { volunteersFor } from '../../../src/review/pairing/volunteers.ts';

const standing = (more: Partial<Standing> = {}): Standing => ({
  roles: new Set(['learner', 'tutor']),
  cohort: null,
  emails: [],
  timeZone: 'UTC',
  leave: [],
  ...more,
});
const now = Date.parse('2026-03-02T09:00:00Z');
const ids = [1, 2, 3, 4, 5, 6];
const roster: Roster = new Map([
  ...ids.map((id) => [id, standing()] as const),
  [7, standing({ roles: new Set(['learner']) })],
  [8, standing({ leave: [{ from: '2026-03-02', to: '2026-03-02' }] })],
  [9, standing()],
]);
const facts = {
  learner: 6,
  project: 'sums',
  roster,
  mastered: new Set([1, 2, 3, 4, 5, 6, 7, 8]),
  named: new Map<number, number>(),
  now,
};

describe('with whom a learner may work', () => {
  test('is a tutor who has mastered it and is there, never the learner; three at most', () => {
    const asked = volunteersFor(facts);
    expect(asked).toHaveLength(3);
    expect(volunteersFor(facts)).toEqual(asked);
    const everybody = [1, 2, 3, 4, 5].flatMap((busy) =>
      volunteersFor({ ...facts, named: new Map([[busy, 4]]) }),
    );
    expect(everybody.every((id) => id <= 5)).toBe(true);
    expect(volunteersFor({ ...facts, mastered: new Set([6, 7, 8]) })).toEqual([]);
  });

  test('is nobody who is overloaded, and rather whoever was named least', () => {
    const named = new Map([
      [1, 4],
      [2, 3],
      [3, 1],
      [4, 0],
      [5, 2],
    ]);
    expect(volunteersFor({ ...facts, named })).toEqual([4, 3, 5]);
  });

  test('is spread fairly over many learners', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 100, max: 10_000 }), { minLength: 1, maxLength: 6 }),
        (learners) => {
          const named = new Map<number, number>();
          for (const learner of learners)
            for (const id of volunteersFor({ ...facts, learner, named }))
              named.set(id, (named.get(id) ?? 0) + 1);
          const loads = ids.map((id) => named.get(id) ?? 0);
          expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});
