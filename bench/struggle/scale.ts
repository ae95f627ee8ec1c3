// Time and memory of the watch as a school grows: `npx tsx bench/struggle/scale.ts 1250 2500 5000 10000`, numbers of learners.
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Standing } from '../../src/domain/people/roster.ts';
import { tuned } from './simulator/cohorts/tuned.ts';
import { simulateCohort } from './simulator/simulate.ts';
import { watchOf } from './watched.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Bytes in use once what is not needed has gone. */
function heapUsed(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}
const inMegabytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(0);

function watchSchool(size: number, base: number): string {
  const { course, term, ...cohort } = simulateCohort(tuned, 1, size);
  const standings = new Map<number, Standing>();
  const watch = watchOf(course, tuned.term.holidays, standings);
  let [events, taking] = [0, 0];
  // One after the other: of their events nothing is kept.
  for (const learner of cohort.learners()) {
    standings.set(learner.id, learner.standing);
    const within = learner.events.filter(({ at }) => at < term.until);
    events += within.length;
    const started = performance.now();
    for (const event of within) watch.take(event);
    taking += performance.now() - started;
  }
  const started = performance.now();
  const look = watch.look(term.until);
  const looking = performance.now() - started;
  return [
    `${size} learners`,
    `${events} events`,
    `taken in ${(taking / 1000).toFixed(1)} s (${((1000 * taking) / events).toFixed(1)} µs an event)`,
    `all signals found in ${(looking / 1000).toFixed(1)} s (${((1000 * looking) / size).toFixed(0)} µs a learner)`,
    `${look.signals.size} learners show something`,
    `${inMegabytes(heapUsed() - base)} MB kept of ${watch.alerts().length === 0 ? 'them' : 'them and their alerts'}`,
  ].join(', ');
}

const sizes = process.argv.slice(2).map(Number);
if (sizes.length === 0 || sizes.some((size) => !Number.isInteger(size) || size < 1)) {
  console.error('Say how many learners, once or several times.');
  process.exitCode = 2;
} else {
  const base = heapUsed();
  for (const size of sizes) {
    console.log(watchSchool(size, base));
    // What was kept of one school is let go before the next.
    await setImmediate();
  }
}
