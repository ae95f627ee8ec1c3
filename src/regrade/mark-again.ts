import type { Project } from '../domain/course/project.ts';
import type { ErrorReport } from '../domain/errors/touchstone-error.ts';
import { usageError } from '../domain/errors/usage.ts';
import type { Pause } from '../domain/pause.ts';
import type { Marking } from '../domain/results.ts';
import type { SubmissionSource } from '../intake/github-reader.ts';
import type { Mark } from '../marking/mark.ts';
import { brokenStage, problemOf, retryAtOf } from '../marking/problem-of.ts';
import { formOf } from '../mastery/forms.ts';
import type { Assessed } from './regrade-store.ts';

export interface MarkAgainDeps {
  source: SubmissionSource;
  mark: Mark;
  pause: Pause;
  /** Milliseconds since 1970. */
  now: () => number;
}

/** `gone`: its commit is not on GitHub any more, or is not shown to us. `failed`: a failure of ours, or the author's. */
export type MarkedAgain =
  { what: 'marked'; marking: Marking } | { what: 'gone' | 'failed'; problem: ErrorReport };

/** What is away for a moment is not worth an incomplete table. */
const TRIES = 3;
const PAUSE_MS = 5_000;

const goneCodes = ['submission.not-there', 'github.gone', 'github.forbidden'];

/**
 * Marks an assessed submission once more as it was marked then: the same files, form, seed and correctives behind the learner; only
 * the assessment is another. A failure of ours is tried again, after GitHub's rate limit where that is what it is. Rejects only when
 * aborted.
 */
export async function markAgain(
  assessed: Assessed,
  project: Project,
  deps: MarkAgainDeps,
  signal: AbortSignal,
): Promise<MarkedAgain> {
  for (let tries = 1; ; tries += 1) {
    const { result, againAfterMs } = await once(assessed, project, deps, signal);
    if (againAfterMs === null || tries === TRIES) return result;
    await deps.pause(againAfterMs, signal);
  }
}

async function once(
  { submission, marking: then, attempt, history }: Assessed,
  project: Project,
  { source, mark, now }: MarkAgainDeps,
  signal: AbortSignal,
): Promise<{ result: MarkedAgain; againAfterMs: number | null }> {
  try {
    const files = await source.fetch(submission, signal);
    const { form, seed } = testsOf(then);
    const marking = await mark({
      project,
      submission: files,
      publicOnly: false,
      history,
      personMustLook: then?.madeWith?.personMustLook ?? false,
      // A form that there was not, or is not any more, gives way to the one that is this attempt's now.
      form:
        form !== undefined && project.forms.has(form)
          ? form
          : formOf({ project: project.slug, learner: submission.learner.id, attempt }, project.forms),
      ...(seed !== undefined && { seed }),
      signal,
      onProgress: () => undefined,
    });
    signal.throwIfAborted();
    const problem = brokenStage(marking)?.report() ?? undecided(marking);
    if (problem === null) return { result: { what: 'marked', marking }, againAfterMs: null };
    // What the author has to mend is the same in a moment.
    const ours = marking.stages.some(({ status, audience }) => status === 'broken' && audience !== 'author');
    return { result: { what: 'failed', problem }, againAfterMs: ours ? PAUSE_MS : null };
  } catch (error) {
    signal.throwIfAborted();
    const problem = problemOf(error);
    if (goneCodes.includes(problem.code)) return { result: { what: 'gone', problem }, againAfterMs: null };
    const retryAt = retryAtOf(error);
    return {
      result: { what: 'failed', problem },
      againAfterMs: retryAt === null ? PAUSE_MS : Math.max(PAUSE_MS, retryAt - now()),
    };
  }
}

/** The form and the seed of the tests that were run then. */
function testsOf(then: Marking | null): { form: string | undefined; seed: number | undefined } {
  const stage = then?.stages.find(({ id }) => id === 'functionality');
  return { form: stage?.form, seed: stage?.seed };
}

/** Without hidden tests (a learner's copy of the course) nothing can be decided. */
function undecided({ decision, project }: Marking): ErrorReport | null {
  return decision === null ? usageError('regrade.undecided', { project }).report() : null;
}
