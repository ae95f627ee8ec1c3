import type { PullRequestRef } from '../domain/submission.ts';
import type { PullRequestState } from '../intake/github-reader.ts';
import type { RetentionDeps } from './retention-deps.ts';

/**
 * A pull request as it stands, where somebody could work on it. Null where our App cannot see it (it was taken out of the repository, its
 * installation is suspended, the repository is gone) or nobody can push there, as it is archived: what comes of it then says nothing of a learner.
 */
export async function inSight(
  pull: PullRequestRef,
  { reader }: Pick<RetentionDeps, 'reader'>,
  signal: AbortSignal,
): Promise<PullRequestState | null> {
  const state = await reader.pullRequest(pull, signal);
  return state?.isArchived === true ? null : state;
}
