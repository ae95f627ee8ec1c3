import type { Place } from '../domain/course/place.ts';
import { bringsStarter } from '../domain/starter-branch.ts';
import type { RunCause } from '../domain/run.ts';
import type { PullRequestRef } from '../domain/submission.ts';
import type { GitHubReader, PullRequestState } from './github-reader.ts';
import type { PullStore, Seen } from './pull-store.ts';

export interface LookDeps {
  reader: GitHubReader;
  pulls: PullStore;
  /** The slug of the project that the work in a place is for; null where it is for none. */
  projectOf: (place: Place) => string | null;
}

/** What was seen, in a few words for the log. */
export type Looked =
  { found: 'gone' | 'no-project'; superseded: number } | { found: 'lagging' } | { found: 'seen'; seen: Seen };

interface Why {
  cause: RunCause;
  deliveryId: string | null;
}

/** Brings the records in line with a pull request's state as it was read. */
export async function record(
  state: PullRequestState,
  readAt: number,
  why: Why,
  { pulls, projectOf }: LookDeps,
): Promise<Looked> {
  const { repositoryId, number } = state.pull;
  const project = bringsStarter(state.learner.login, state.form.branch) ? null : projectOf(state.place);
  if (project === null) {
    const superseded = await pulls.leave({ what: 'pull-request', repositoryId, number });
    return { found: 'no-project', superseded };
  }
  return { found: 'seen', seen: await pulls.see({ state, project, readAt, ...why }) };
}

/**
 * Reads a pull request from GitHub as it is now and brings the records in line with it.
 *
 * @param staleHead a head that is known to have been replaced: where GitHub still shows it, nothing is done
 */
export async function look(
  pull: PullRequestRef,
  why: Why,
  staleHead: string | null,
  deps: LookDeps,
  signal?: AbortSignal,
): Promise<Looked> {
  const readAt = await deps.pulls.now();
  const state = await deps.reader.pullRequest(pull, signal);
  if (state === null) {
    return { found: 'gone', superseded: await deps.pulls.leave({ what: 'pull-request', ...pull }) };
  }
  if (staleHead !== null && state.headSha === staleHead) return { found: 'lagging' };
  return record(state, readAt, why, deps);
}
