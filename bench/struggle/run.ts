// How well trouble is told of, over a simulated term whose truth is known: `npx tsx bench/struggle/run.ts --seed 1 --learners 200`.
import { parseArgs } from 'node:util';
import { held } from './simulator/cohorts/held.ts';
import { tuned } from './simulator/cohorts/tuned.ts';
import { compareTerm } from './term.ts';

const COHORTS = new Map([
  ['tuned', tuned],
  ['held', held],
]);

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    learners: { type: 'string', default: '200' },
    cohort: { type: 'string', default: 'tuned' },
    'every-hours': { type: 'string', default: '3' },
    full: { type: 'boolean', default: false },
  },
});
const parameters = COHORTS.get(values.cohort);
if (parameters === undefined) {
  console.error(`There is no cohort ${values.cohort}; there are: ${[...COHORTS.keys()].join(', ')}.`);
  process.exitCode = 2;
} else
  compareTerm(
    {
      parameters,
      seed: Number(values.seed),
      learners: Number(values.learners),
      everyHours: Number(values['every-hours']),
      full: values.full,
    },
    (line) => {
      console.log(line);
    },
  );
