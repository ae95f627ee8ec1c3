import { forecasterOf } from '../../src/activity/forecast/forecast.ts';
import { newWatch } from '../../src/activity/watch.ts';
import { Struggle } from '../../src/domain/course/struggle.ts';
import type { Days } from '../../src/domain/people/calendar.ts';
import type { Forecaster } from './evaluate/back-test.ts';
import type { SimulatedCourse } from './simulator/course.ts';
import { randomFor } from './simulator/random.ts';
import type { SimulatedLearner } from './simulator/simulate.ts';

/** The forecasts of the product, made from what had happened by then. */
export function foretell(
  learners: readonly SimulatedLearner[],
  { units }: SimulatedCourse,
  holidays: readonly Days[],
): Forecaster {
  const standings = new Map(learners.map(({ id, standing }) => [id, standing]));
  const calendar = { weekend: ['saturday', 'sunday'] as const, holidays: () => holidays };
  return (histories, at) => {
    const watch = newWatch({
      projects: [],
      struggle: Struggle.parse({}),
      calendar,
      standingOf: (learner) => standings.get(learner),
    });
    for (const events of histories.values()) for (const event of events) watch.take(event);
    const accounts = [...histories.keys()].flatMap((learner) => watch.account(learner) ?? []);
    const forecasts = forecasterOf(accounts, {
      units,
      calendar,
      random: (learner) => {
        const random = randomFor('forecast', at, learner);
        return () => random.next();
      },
    });
    return accounts.flatMap(({ learner }) => {
      const forecast = forecasts.of(learner, at);
      return forecast === null ? [] : { learner, at, from: forecast.from, until: forecast.until };
    });
  };
}
