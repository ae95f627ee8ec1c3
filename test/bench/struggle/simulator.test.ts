import { expect, test } from 'vitest';
import { dayIn } from '../../../src/domain/people/calendar.ts';
import { held } from '../../../bench/struggle/simulator/cohorts/held.ts';
import { tuned } from '../../../bench/struggle/simulator/cohorts/tuned.ts';
import { simulateCohort, type SimulatedLearner } from '../../../bench/struggle/simulator/simulate.ts';
import { daysIn, holds } from '../../../bench/struggle/simulator/truth.ts';

const cohorts = { tuned, held };
const simulated = (parameters: typeof tuned, seed = 1, learners = 120): SimulatedLearner[] => [
  ...simulateCohort(parameters, seed, learners).learners(),
];
/** What somebody does by working. */
const WORK = new Set(['push', 'handed-in', 'pull-opened', 'appeal']);

test('the same seed makes the same learners, whatever their number; another seed others', () => {
  const [few, many] = [simulated(tuned, 1, 5), simulated(tuned, 1, 9)];
  expect(many.slice(0, 5)).toEqual(few);
  expect(simulated(tuned, 2, 5).map(({ events }) => events)).not.toEqual(few.map(({ events }) => events));
});

test.each(Object.entries(cohorts))(
  '%s: events are in order, of the learner, and after their project is open',
  (_, cohort) => {
    for (const { id, events } of simulated(cohort)) {
      const open = new Set<string>();
      let last = 0;
      for (const event of events) {
        expect(event.learner).toBe(id);
        expect(event.at).toBeGreaterThanOrEqual(last);
        expect(Number.isInteger(event.at)).toBe(true);
        last = event.at;
        if (event.kind === 'leave') continue;
        if (event.kind === 'project-opened') open.add(event.project);
        expect(open).toContain(event.project);
      }
    }
  },
);

test.each(Object.entries(cohorts))('%s: nobody works while they are known to be away', (_, cohort) => {
  let away = 0;
  for (const { events, truth } of simulated(cohort)) {
    away += truth.timeOff.length;
    const working = events.filter(({ kind }) => WORK.has(kind));
    for (const off of truth.timeOff) expect(working.filter(({ at }) => holds(off, at))).toEqual([]);
  }
  expect(away).toBeGreaterThan(20);
});

test('leave is told in days of the learner’s own calendar', () => {
  let told = 0;
  for (const { events, standing, truth } of simulated(tuned))
    for (const event of events) {
      if (event.kind !== 'leave') continue;
      const off = truth.timeOff.find(({ toldAt }) => toldAt === event.at);
      expect(dayIn(standing.timeZone, (off?.until ?? 0) - 1)).toBe(event.days.to);
      told += 1;
    }
  expect(told).toBeGreaterThan(20);
});

test.each(Object.entries(cohorts))(
  '%s: whoever is stuck masters nothing of it meanwhile, and whoever left does nothing',
  (_, cohort) => {
    const found = { stuck: 0, gone: 0 };
    for (const { events, truth } of simulated(cohort))
      for (const episode of truth.episodes) {
        expect(episode.until).toBeGreaterThan(episode.from);
        const meanwhile = events.filter(({ at }) => holds(episode, at));
        if (episode.causes.join() === 'stuck' && episode.project !== null) {
          found.stuck += 1;
          const mastered = meanwhile.filter(
            (event) => event.kind === 'mastered' && event.project === episode.project,
          );
          expect(mastered).toEqual([]);
        }
        if (episode.causes.join() === 'gave-up') {
          found.gone += 1;
          expect(meanwhile.filter(({ kind }) => WORK.has(kind))).toEqual([]);
        }
      }
    expect(found.stuck).toBeGreaterThan(20);
    expect(found.gone).toBeGreaterThan(0);
  },
);

test('an attempt has a result, and none is expected while it is waited for', () => {
  for (const { events } of simulated(tuned)) {
    const results = events.filter(({ kind }) => kind === 'assessed' || kind === 'refused');
    const handedIn = events.filter(({ kind }) => kind === 'handed-in');
    expect(handedIn.length - results.length).toBeLessThanOrEqual(1);
  }
});

test('the hard cases are there: slow and well, away and told, quiet and back, busy and stuck, waiting for long', () => {
  const all = simulated(tuned, 1, 200);
  const calm = all.filter(({ truth }) => !truth.episodes.some((each) => daysIn(truth.ownDays, each) >= 7));
  expect(calm.filter(({ truth }) => truth.kind.rhythm === 'part-time').length).toBeGreaterThan(5);
  expect(all.filter(({ truth }) => truth.kind.rhythm === 'sprints').length).toBeGreaterThan(5);
  expect(all.filter(({ truth }) => truth.quiet.length > 0).length).toBeGreaterThan(20);
  const waits = all.flatMap(({ truth }) =>
    truth.waiting.map(({ from, until }) => (until - from) / 86_400_000),
  );
  expect(waits.filter((days) => days >= 10).length).toBeGreaterThan(20);
  const busy = all.filter(({ events, truth }) =>
    truth.episodes.some(
      (each) =>
        each.causes.join() === 'stuck' &&
        events.filter(({ kind, at }) => kind === 'push' && holds(each, at)).length >= 7,
    ),
  );
  expect(busy.length).toBeGreaterThan(10);
});
