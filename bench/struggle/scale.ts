// Time and memory of the watch as a school grows: `npx tsx bench/struggle/scale.ts 1250 2500 5000 10000` (learners; a term has some hundred events of each).
import { plainAlerts } from './plain-rule.ts';
import { tuned } from './simulator/cohorts/tuned.ts';
import { simulateCohort } from './simulator/simulate.ts';

const sizes = process.argv.slice(2).map(Number);
if (sizes.length === 0 || sizes.some((size) => !Number.isInteger(size) || size < 1)) {
  console.error('Say how many learners, once or several times, the smallest number first.');
  process.exitCode = 2;
} else
  for (const size of sizes) {
    const { term, ...cohort } = simulateCohort(tuned, 1, size);
    let [events, alerts, ms, heap] = [0, 0, 0, 0];
    const begun = performance.now();
    for (const learner of cohort.learners()) {
      // One after the other: nothing of them is kept.
      const within = learner.events.filter(({ at }) => at < term.until);
      events += within.length;
      const started = performance.now();
      alerts += plainAlerts(within, term.until).length;
      ms += performance.now() - started;
      if (learner.id % 100 === 0) heap = Math.max(heap, process.memoryUsage().heapUsed);
    }
    const all = performance.now() - begun;
    console.log(
      [
        `${size} learners`,
        `${events} events`,
        `made in ${((all - ms) / 1000).toFixed(1)} s`,
        `looked at in ${(ms / 1000).toFixed(2)} s (${((1000 * ms) / events).toFixed(2)} µs an event)`,
        `${alerts} alerts`,
        `at most ${Math.round(heap / 2 ** 20)} MB of heap`,
      ].join(', '),
    );
  }
