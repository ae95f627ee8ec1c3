import { benchRoad } from './road/road.ts';
import type { Comparison } from './comparison.ts';
import { describeComparison } from './comparison.ts';

const benchmarks: Readonly<Record<string, () => Promise<Comparison[]>>> = { road: benchRoad };

// `npm run bench` runs all; `npm run bench -- road` those that are named.
const named = process.argv.slice(2);
const unknown = named.filter((name) => !(name in benchmarks));
if (unknown.length > 0) {
  console.error(
    `There is no benchmark ${unknown.join(', ')}; there are: ${Object.keys(benchmarks).join(', ')}.`,
  );
  process.exitCode = 2;
} else {
  for (const [name, run] of Object.entries(benchmarks)) {
    if (named.length > 0 && !named.includes(name)) continue;
    console.log(`# ${name}`);
    for (const comparison of await run()) console.log(describeComparison(comparison));
  }
}
