// How well trouble is told of, over a simulated term whose truth is known: `npx tsx bench/struggle/run.ts --seed 1 --learners 200`.
import { parseArgs } from 'node:util';
import { backTest, type Forecaster } from './evaluate/back-test.ts';
import { forecastInShort, inFull, inShort } from './evaluate/describe.ts';
import { judge } from './evaluate/judge.ts';
import { scoreOf } from './evaluate/score.ts';
import { foretell } from './foretold.ts';
import { plainForecast } from './plain-forecast.ts';
import { plainAlerts } from './plain-rule.ts';
import { held } from './simulator/cohorts/held.ts';
import { tuned } from './simulator/cohorts/tuned.ts';
import { simulateCohort } from './simulator/simulate.ts';
import { watchTerm } from './watched.ts';

const COHORTS = new Map([
  ['tuned', tuned],
  ['held', held],
]);
/** In which weeks of a term finishing is foretold. */
const WEEKS = [4, 6, 8, 10, 12];

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    learners: { type: 'string', default: '200' },
    cohort: { type: 'string', default: 'tuned' },
    full: { type: 'boolean', default: false },
  },
});
const parameters = COHORTS.get(values.cohort);
if (parameters === undefined)
  throw new RangeError(`There are the cohorts ${[...COHORTS.keys()].join(', ')}.`);
const { course, term, ...cohort } = simulateCohort(parameters, Number(values.seed), Number(values.learners));
const learners = [...cohort.learners()];
const rows = [7, 14, 21].map((days) => ({
  name: `no activity in ${days} days`,
  score: scoreOf(
    learners.map(({ events, truth }) => {
      const plain = plainAlerts(events, term.until);
      return judge({ truth, alerts: plainAlerts(events, term.until, days), plain }, term);
    }),
  ),
}));
const said = watchTerm(learners, { course, term, holidays: parameters.term.holidays });
const watched = (['alerts', 'messages'] as const).map((what) => ({
  name: `the watch: ${what}`,
  score: scoreOf(
    learners.map(({ id, events, truth }) =>
      judge({ truth, alerts: said[what].get(id) ?? [], plain: plainAlerts(events, term.until) }, term),
    ),
  ),
}));
for (const { name, score } of [...rows, ...watched]) {
  console.log(inShort(name, score));
  if (values.full) console.log(inFull(score).join('\n'));
}
const asSoFar: Forecaster = (histories, at) =>
  [...histories.values()].flatMap((events) => plainForecast(events, course.units, at) ?? []);
console.log(forecastInShort('finishing, as fast as so far', backTest(learners, term.from, WEEKS, asSoFar)));
const product = foretell(learners, course, parameters.term.holidays);
console.log(forecastInShort('finishing, as foretold', backTest(learners, term.from, WEEKS, product)));
