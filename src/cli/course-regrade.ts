import { usageError } from '../domain/errors/usage.ts';
import type { RegradeCase } from '../regrade/regrade.ts';
import { describeRegrade } from './course-regrade-text.ts';
import { exit } from './exit.ts';
import type { Parts } from './parts.ts';
import { progressLine } from './progress.ts';
import type { Terminal } from './terminal.ts';

export interface CourseRegradeOptions {
  course: string;
  project: string;
  apply: boolean;
  format: 'text' | 'json';
}

/**
 * `touchstone course regrade --project <slug>`: 0 when nothing would change, or everything was applied; 1 when a dry run found
 * something to apply, or something could not be applied now; 3 when some submissions could not be marked.
 */
export async function courseRegradeCommand(
  { course: dir, project: slug, apply, format }: CourseRegradeOptions,
  parts: Pick<Parts, 'readCourse' | 'regrade'>,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const course = await parts.readCourse(dir);
  const project = course.projects.get(slug);
  if (project === undefined)
    throw usageError('usage.unknown-project', { slug, known: [...course.projects.keys()] });
  const progress = progressLine(terminal, 'submissions');
  let cases: RegradeCase[];
  try {
    cases = await parts.regrade({
      course,
      project,
      apply,
      signal,
      onMarked: ({ done, of }) => {
        progress.show({ stage: slug, done, total: of });
      },
    });
  } catch (error) {
    throw signal.aborted
      ? usageError('regrade.ended-early', { project: slug, applied: apply }, { cause: error })
      : error;
  } finally {
    progress.clear();
  }
  terminal.out(
    format === 'json'
      ? `${JSON.stringify({ project: slug, applied: apply, cases: cases.map(documentOf) }, null, 2)}\n`
      : describeRegrade(cases, { slug, apply }, terminal),
  );
  if (cases.some(({ effect }) => effect === 'failed')) return exit.failed;
  return cases.some(isOpen) ? exit.notYet : exit.done;
}

/** Whether something about a submission is still to be applied. */
function isOpen(one: RegradeCase): boolean {
  if (one.effect !== 'changes') return false;
  return one.done === null || one.done === 'busy' || one.done === 'moved-on';
}

/** One case as `--format json` prints it. */
function documentOf({ submission: { learner, pull, headSha }, ...one }: RegradeCase) {
  const who = {
    learner: learner.login,
    pullRequest: `${pull.owner}/${pull.repo}#${pull.number}`,
    commit: headSha,
    effect: one.effect,
  };
  return 'difference' in one
    ? { ...who, ...one.difference, done: one.done }
    : { ...who, problem: one.problem };
}
