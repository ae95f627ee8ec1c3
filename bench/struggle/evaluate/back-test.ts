import type { ActivityEvent } from '../../../src/activity/events.ts';
import type { SimulatedLearner } from '../simulator/simulate.ts';
import { type Foretold, type ForecastScore, scoreForecasts } from './forecast.ts';

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** Foretells of everybody at once, from what had happened before a time (ms since 1970). */
export type Forecaster = (
  histories: ReadonlyMap<number, readonly ActivityEvent[]>,
  at: number,
) => readonly Foretold[];

/** Foretells as if it were so many weeks into the term, and holds that against what came of it. */
export function backTest(
  learners: readonly SimulatedLearner[],
  termFrom: number,
  weeks: readonly number[],
  forecast: Forecaster,
): ForecastScore {
  const truths = new Map(learners.map(({ id, truth }) => [id, truth]));
  const foretold = weeks.flatMap((week) => {
    const at = termFrom + week * WEEK_MS;
    const before = learners.map(({ id, events }) => [id, events.filter((event) => event.at < at)] as const);
    return forecast(new Map(before), at);
  });
  return scoreForecasts(foretold, truths);
}
