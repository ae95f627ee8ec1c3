import type { PullRequestState } from '../../src/intake/github-reader.ts';
import type { Sighting } from '../../src/intake/pull-store.ts';

/** A commit id made of one letter, so that tests can be read: `sha('a')`. */
export const sha = (letter: string) => letter.repeat(40);

/** Ada's pull request number 7, ready for review, at commit a. */
export function pullRequest(change: Partial<PullRequestState> = {}): PullRequestState {
  return {
    pull: { installation: 1, owner: 'school', repo: 'todo-cli-ada', repositoryId: 100, number: 7 },
    place: { owner: 'school', repo: 'todo-cli-ada', topics: [], properties: {}, into: 'main' },
    learner: { id: 5, login: 'ada' },
    form: { branch: 'work', into: 'main', title: 'My list', description: '' },
    headSha: sha('a'),
    byApp: false,
    headOwner: 'ada',
    headRepo: 'todo-cli-ada',
    draft: false,
    open: true,
    ...change,
  };
}

/** A pull request that stands in a repository of this name. */
export const named = (state: PullRequestState, repo: string): PullRequestState => ({
  ...state,
  pull: { ...state.pull, repo },
  place: { ...state.place, repo },
});

/** The same pull request, in another repository. */
export function pullRequestIn(
  repositoryId: number,
  change: Partial<PullRequestState> = {},
): PullRequestState {
  const one = pullRequest(change);
  return { ...one, pull: { ...one.pull, repositoryId } };
}

export function sighting(state: PullRequestState, readAt: number, change: Partial<Sighting> = {}): Sighting {
  return { state, readAt, project: 'todo-cli', cause: 'pull-request', deliveryId: null, ...change };
}
