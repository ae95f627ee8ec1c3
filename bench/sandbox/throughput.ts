import Docker from 'dockerode';
import { bareHost } from '../baselines/bare-host.ts';
import { coldDockerode } from '../baselines/cold-dockerode.ts';
import { prepareFolder } from '../baselines/folder.ts';
import { nodeOfImage } from '../baselines/image-node.ts';
import { describeComparison, inTurns } from '../comparison.ts';
import { SUITE } from './suite.ts';
import { openTouchstone } from './touchstone.ts';

const ROUNDS = 3;
/** Runs at the beginning that are not counted: containers that were made ready before would flatter the rest. */
const UNCOUNTED = 8;
const COUNTED = 16;

const LEVELS = [
  { atOnce: 1, goal: 'above 1.5' },
  { atOnce: 2, goal: 'above 1.0' },
  { atOnce: 4, goal: 'above 1.0' },
  { atOnce: 8, goal: 'above 1.5' },
];

/** Submissions a minute with so many asked for at once, what is made and removed for them included. */
export async function benchThroughput(say: (line: string) => void): Promise<void> {
  const docker = new Docker();
  const folder = await prepareFolder(SUITE.tests, SUITE.submission);
  const imageNode = await nodeOfImage(docker);
  const ours = await openTouchstone('Touchstone', docker);
  const cold = coldDockerode('cold dockerode', docker, folder, { networkDisabled: false });
  const quick = coldDockerode('cold dockerode with NetworkDisabled', docker, folder, {
    networkDisabled: true,
  });
  const bare = bareHost("node --test on the bare host, the image's Node", imageNode.path, folder);
  try {
    const ways = [ours, cold, quick, bare];
    for (const way of ways) await way.run();
    for (const { atOnce, goal } of LEVELS) {
      const samples = await inTurns(
        ROUNDS,
        ways.map(({ name, run }) => ({
          name,
          measure: async () => {
            await ours.rested();
            return aMinute(run, atOnce);
          },
        })),
      );
      for (const { name } of [cold, quick, bare]) {
        const [mine, other] = [samples.get(ours.name), samples.get(name)];
        if (mine === undefined || other === undefined) continue;
        const comparison = { what: `${atOnce} at once`, unit: 'a minute', ours: mine, other };
        say(describeComparison(name === cold.name ? { ...comparison, goal } : comparison));
      }
    }
  } finally {
    await ours.close();
    await imageNode.remove();
    await folder.remove();
  }
}

/** How many a minute, once those are done that are not counted; there are always `atOnce` under way until the last begins. */
async function aMinute(run: () => Promise<void>, atOnce: number): Promise<number> {
  let begun = 0;
  const ends: number[] = [];
  const worker = async () => {
    while (begun < UNCOUNTED + COUNTED) {
      begun += 1;
      await run();
      ends.push(performance.now());
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  const counted = ends.slice(UNCOUNTED - 1);
  const took = (counted.at(-1) ?? NaN) - (counted[0] ?? NaN);
  return ((counted.length - 1) * 60_000) / took;
}
