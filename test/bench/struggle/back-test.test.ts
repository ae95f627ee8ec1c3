import { expect, test } from 'vitest';
import { backTest } from '../../../bench/struggle/evaluate/back-test.ts';
import { plainForecast } from '../../../bench/struggle/plain-forecast.ts';
import { tuned } from '../../../bench/struggle/simulator/cohorts/tuned.ts';
import { simulateCohort } from '../../../bench/struggle/simulator/simulate.ts';

const { course, term, ...cohort } = simulateCohort(tuned, 1, 60);
const learners = [...cohort.learners()];

test('whoever foretells sees nothing of what comes later', () => {
  const latest = new Map<number, number>();
  backTest(learners, term.from, [4, 8], (histories, at) => {
    const seen = [...histories.values()].flatMap((events) => events.map((event) => event.at));
    latest.set(at, Math.max(...seen));
    return [];
  });
  expect(latest.size).toBe(2);
  for (const [at, last] of latest) expect(last).toBeLessThan(at);
});

test('a range that holds everything holds for all who finish; one that ends at once for none', () => {
  const foretelling = (until: number) =>
    backTest(learners, term.from, [6], (histories, at) =>
      [...histories.keys()].map((learner) => ({ learner, at, from: at, until: at + until })),
    );
  expect(foretelling(Number.POSITIVE_INFINITY)).toMatchObject({ held: 1, early: 0, late: 0 });
  expect(foretelling(1)).toMatchObject({ held: 0, early: 0, late: 1 });
});

test('the plain forecast says nothing of whoever has mastered nothing yet', () => {
  const [learner] = learners;
  const before = (learner?.events ?? []).filter(({ kind }) => kind === 'project-opened').slice(0, 1);
  expect(plainForecast(before, course.units, term.until)).toBeNull();
});
