import { benchRoad } from './road/road.ts';
import { benchCall } from './sandbox/call.ts';
import { benchIdle } from './sandbox/idle.ts';
import { benchThroughput } from './sandbox/throughput.ts';
import { benchWarm } from './sandbox/warm.ts';
import { benchSimilarity } from './similarity/speed/speed.ts';
import { benchStyle } from './style/style.ts';

type Benchmark = (say: (line: string) => void) => Promise<void>;

const benchmarks: Readonly<Record<string, Benchmark>> = {
  warm: benchWarm,
  throughput: benchThroughput,
  call: benchCall,
  idle: benchIdle,
  road: benchRoad,
  style: benchStyle,
  similarity: benchSimilarity,
};

// `npm run bench` runs all; `npm run bench -- warm road` those that are named.
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
    await run((line) => {
      console.log(line);
    });
  }
}
