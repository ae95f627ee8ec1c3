import type { ActivityEvent } from '../../src/activity/events.ts';
import type { Alert } from './evaluate/alert.ts';
import { backTest, type Forecaster } from './evaluate/back-test.ts';
import { forecastInShort, inFull, inShort } from './evaluate/describe.ts';
import { judge } from './evaluate/judge.ts';
import { type Score, scoreOf } from './evaluate/score.ts';
import { foretell } from './foretold.ts';
import { plainForecast } from './plain-forecast.ts';
import { plainAlerts, plainWithin } from './plain-rule.ts';
import type { Parameters } from './simulator/parameters.ts';
import { simulateCohort } from './simulator/simulate.ts';
import { watchTerm } from './watched.ts';

/** In which weeks of a term finishing is foretold. */
const WEEKS = [4, 6, 8, 10, 12];

interface Comparison {
  parameters: Parameters;
  seed: number;
  learners: number;
  everyHours: number;
  /** With what is behind the figures. */
  full: boolean;
}

/** Simulates a term and holds what is said in it against what was the matter, beside what plain rules say. */
export function compareTerm(
  { parameters, seed, learners: size, everyHours, full }: Comparison,
  say: (line: string) => void,
): void {
  const { course, term, ...cohort } = simulateCohort(parameters, seed, size);
  const learners = [...cohort.learners()];
  const histories = learners.map(({ events }) => events);
  const plain = byLearner(histories.flatMap((events) => plainAlerts(events, term.until)));
  const show = (name: string, alerts: readonly Alert[]) => {
    const own = byLearner(alerts);
    const score: Score = scoreOf(
      learners.map(({ id, truth }) =>
        judge({ truth, alerts: own.get(id) ?? [], plain: plain.get(id) ?? [] }, term),
      ),
    );
    say(inShort(name, score));
    if (full) for (const line of inFull(score)) say(line);
  };
  const said = watchTerm({ course, term }, learners, {
    holidays: parameters.term.holidays,
    everyHours,
  });
  const asMany = plainWithin(said.staff.length, histories, term.until);
  show('no activity in 14 days', [...plain.values()].flat());
  show(`no activity in ${asMany.days} days`, asMany.alerts);
  show('alerts', said.alerts);
  show('told to staff', said.staff);
  show('told to learners', said.learners);
  const asSoFar: Forecaster = (before, at) =>
    [...before.values()].flatMap(
      (events: readonly ActivityEvent[]) => plainForecast(events, course.units, at) ?? [],
    );
  const foretold: [string, Forecaster][] = [
    ['finishing, as fast as so far', asSoFar],
    ['finishing, as foretold', foretell(learners, course, parameters.term.holidays)],
  ];
  for (const [name, forecast] of foretold)
    say(forecastInShort(name, backTest(learners, term.from, WEEKS, forecast)));
}

function byLearner(alerts: readonly Alert[]): ReadonlyMap<number, readonly Alert[]> {
  const all = new Map<number, Alert[]>();
  for (const alert of alerts) all.set(alert.learner, [...(all.get(alert.learner) ?? []), alert]);
  return all;
}
