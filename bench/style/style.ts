import Docker from 'dockerode';
import { createDockerSandbox } from '../../src/adapters/docker/docker-sandbox.ts';
import { thisOwner } from '../../src/adapters/docker/owner.ts';
import { MeasureName } from '../../src/domain/course/evidence.ts';
import { styleRequest, type StyleOptions } from '../../src/sandbox/analysis/style.ts';
import type { Happening } from '../../src/sandbox/trace.ts';
import { untilRested } from '../../test/services/containers.ts';
import { nodeOfImage } from '../baselines/image-node.ts';
import { describeComparison, inTurns } from '../comparison.ts';
import { timed } from '../way.ts';
import { bareEslint } from './bare-eslint.ts';
import { PROJECT, RULES } from './project.ts';

const ROUNDS = 11;
const gradersDir = new URL('../../graders', import.meta.url).pathname;

/**
 * A style analysis of a project of twenty files while a container is ready for it: against the command `eslint` on the same
 * files with the same rules, run by the image's own Node on the bare host.
 */
export async function benchStyle(say: (line: string) => void): Promise<void> {
  const docker = new Docker();
  const imageNode = await nodeOfImage(docker);
  const other = await bareEslint("eslint on the bare host, the image's Node", imageNode.path);
  const sandbox = createDockerSandbox({ gradersDir, docker, capacity: { places: 1, spares: 8 } });
  const rested = async (): Promise<void> => {
    await sandbox.settled();
    await untilRested(docker, thisOwner());
  };
  const bytes = new Map([...PROJECT].map(([path, text]) => [path, new TextEncoder().encode(text)]));

  /** Resolves to how many faults it has found. */
  const analyse = async (more: Partial<StyleOptions> = {}): Promise<number> => {
    const happenings: Happening[] = [];
    const outcome = await sandbox.analyse({
      ...styleRequest(bytes, new Map(), {
        rules: [...RULES],
        duplication: null,
        generated: [],
        ...more,
      }),
      signal: new AbortController().signal,
      onHappening: (happening) => happenings.push(happening),
    });
    if (outcome.kind !== 'completed') throw new Error(JSON.stringify(outcome));
    const { unknownRules, files, rules } = outcome.report;
    if (unknownRules.length > 0 || files.some(({ unread }) => unread !== null))
      throw new Error(JSON.stringify({ unknownRules, files }));
    return rules.reduce((sum, { count }) => sum + count, 0);
  };
  const ours = 'Touchstone, warm';
  const withDuplication = 'Touchstone, warm, with duplication';
  const withMeasures = 'Touchstone, warm, with all measures but duplication';
  const measures = MeasureName.options.filter((name) => name !== 'duplication');
  const measured = (run: () => Promise<unknown>) => async () => {
    await rested();
    return timed(run);
  };
  try {
    const found = await analyse();
    await other.run();
    if (found !== other.found())
      throw new Error(`${found} faults were found, and ${other.found()} by eslint`);
    const samples = await inTurns(ROUNDS, [
      { name: ours, measure: measured(() => analyse()) },
      { name: other.name, measure: measured(other.run) },
      { name: withDuplication, measure: measured(() => analyse({ duplication: { leastTokens: 50 } })) },
      { name: withMeasures, measure: measured(() => analyse({ measures })) },
    ]);
    const bare = samples.get(other.name);
    for (const name of [ours, withDuplication, withMeasures]) {
      const mine = samples.get(name);
      if (mine === undefined || bare === undefined) continue;
      const what = `a warm style analysis of ${PROJECT.size} files, ${found} faults`;
      say(describeComparison({ what, unit: 'ms', ours: mine, other: bare, goal: 'below 1.0' }));
    }
  } finally {
    await sandbox.close();
    await other.close();
    await imageNode.remove();
  }
}
