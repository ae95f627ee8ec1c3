import { concluded, startSchoolDay } from '../../test/end-to-end/school.ts';
import { dockerRun } from '../baselines/docker-run.ts';
import { prepareFolder } from '../baselines/folder.ts';
import { describeComparison, inTurns } from '../comparison.ts';
import { timed } from '../way.ts';

const rounds = 10;

/**
 * From `git push` to the decision on the pull request, through the real web process, queue, worker and sandbox,
 * against a bare `docker run` of the same tests on the same solution.
 */
export async function benchRoad(say: (line: string) => void): Promise<void> {
  const day = await startSchoolDay();
  const project = day.course.projects.get('shopping-basket');
  if (project === undefined) throw new Error('the sample course has no shopping-basket');
  const solution = 'array-methods';
  const folder = await prepareFolder(`${project.dir}/tests`, `${project.dir}/solutions/${solution}`);
  const bare = dockerRun('a bare docker run of the same tests', folder, ['--network', 'none']);
  try {
    await day.start('serve');
    await day.start('worker');
    const pull = await day.handIn('shopping-basket', 'plain-loops');
    await day.sees(pull, 'the first decision', concluded);

    let round = 0;
    const files = await day.filesOf('shopping-basket', 'plain-loops');
    const road = async () => {
      round += 1;
      const sha = await day.standIn.push({
        repository: pull.repository,
        branch: 'my-work',
        as: pull.as,
        message: `Round ${round}`,
        files: new Map([...files, ['NOTES.md', new TextEncoder().encode(`round ${round}\n`)]]),
      });
      await day.sees(pull, 'the decision', (seen) => seen.headSha === sha && concluded(seen));
    };
    await bare.run();
    const name = 'Touchstone, from git push to the decision on the pull request';
    const samples = await inTurns(rounds, [
      { name, measure: () => timed(road) },
      { name: bare.name, measure: () => timed(bare.run) },
    ]);
    const [ours, other] = [samples.get(name), samples.get(bare.name)];
    if (ours !== undefined && other !== undefined) {
      say(describeComparison({ what: 'push to decision', unit: 'ms', ours, other }));
    }
  } finally {
    await folder.remove();
    await day.close();
  }
}
