import Docker from 'dockerode';
import { bareHost } from '../baselines/bare-host.ts';
import { coldDockerode } from '../baselines/cold-dockerode.ts';
import { dockerRun } from '../baselines/docker-run.ts';
import { prepareFolder } from '../baselines/folder.ts';
import { nodeOfImage } from '../baselines/image-node.ts';
import { describeComparison, inTurns } from '../comparison.ts';
import { timed } from '../way.ts';
import { SUITE } from './suite.ts';
import { openTouchstone } from './touchstone.ts';

const ROUNDS = 15;

/**
 * The result of ten tests while the pool has spares: against the same tests on the bare host (with the image's own
 * Node, and with the Node that runs this), and against containers that are made for the run.
 */
export async function benchWarm(say: (line: string) => void): Promise<void> {
  const docker = new Docker();
  const folder = await prepareFolder(SUITE.tests, SUITE.submission);
  const imageNode = await nodeOfImage(docker);
  const ours = await openTouchstone('Touchstone, warm', docker);
  const others = [
    {
      goal: 'below 1.0',
      way: bareHost("node --test on the bare host, the image's Node", imageNode.path, folder),
    },
    { way: bareHost('node --test on the bare host, its own Node', process.execPath, folder) },
    { goal: 'below 0.4', way: dockerRun('a cold hardened docker run', folder) },
    { way: coldDockerode('cold dockerode', docker, folder, { networkDisabled: false }) },
    { way: coldDockerode('cold dockerode with NetworkDisabled', docker, folder, { networkDisabled: true }) },
  ];
  try {
    const ways = [ours, ...others.map(({ way }) => way)];
    for (const way of ways) await way.run();
    const samples = await inTurns(
      ROUNDS,
      ways.map(({ name, run }) => ({
        name,
        measure: async () => {
          await ours.rested();
          return timed(run);
        },
      })),
    );
    for (const { goal, way } of others) {
      const [mine, other] = [samples.get(ours.name), samples.get(way.name)];
      if (mine === undefined || other === undefined) continue;
      const what = 'a warm result';
      say(
        describeComparison({ what, unit: 'ms', ours: mine, other, ...(goal === undefined ? {} : { goal }) }),
      );
    }
  } finally {
    await ours.close();
    await imageNode.remove();
    await folder.remove();
  }
}
