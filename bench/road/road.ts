import { concluded, startSchoolDay } from '../../test/end-to-end/school.ts';
import { inTurns, type Comparison } from '../comparison.ts';
import { prepareBare } from './bare.ts';

const rounds = 10;

/**
 * From `git push` to the decision on the pull request, through the real web process, queue, worker and sandbox,
 * against a bare `docker run` of the same tests on the same solution.
 */
export async function benchRoad(): Promise<Comparison[]> {
  const day = await startSchoolDay();
  const project = day.course.projects.get('shopping-basket');
  if (project === undefined) throw new Error('the sample course has no shopping-basket');
  const solution = 'array-methods';
  const bare = await prepareBare(project.dir, `${project.dir}/solutions/${solution}`);
  try {
    await day.start('serve');
    await day.start('worker');
    const pull = await day.handIn('shopping-basket', 'plain-loops');
    await day.sees(pull, 'the first decision', concluded);

    let round = 0;
    const files = await day.filesOf('shopping-basket', 'plain-loops');
    const road = async () => {
      round += 1;
      const started = performance.now();
      const sha = await day.standIn.push({
        repository: pull.repository,
        branch: 'my-work',
        as: pull.as,
        message: `Round ${round}`,
        files: new Map([...files, ['NOTES.md', new TextEncoder().encode(`round ${round}\n`)]]),
      });
      await day.sees(pull, 'the decision', (seen) => seen.headSha === sha && concluded(seen));
      return performance.now() - started;
    };
    await bare.time();
    const times = await inTurns(rounds, road, bare.time);
    return [
      {
        what: 'push to decision',
        ours: { name: 'Touchstone, from git push to the decision on the pull request', ms: times.ours },
        other: { name: 'a bare docker run of the same tests', ms: times.other },
      },
    ];
  } finally {
    await bare.remove();
    await day.close();
  }
}
