import type { GitHubReader, PullRequestState } from '../intake/github-reader.ts';
import type { PullStore } from '../intake/pull-store.ts';
import { recheckOfBranch } from './bug-planter.ts';

/**
 * Reads re-checks as what they are: an App opened the pull request, and the learner whose work it is does it. Whoever else names a branch
 * like that has opened a pull request of their own, and nothing else.
 */
export function readingRechecks(
  reader: GitHubReader,
  { recheckedWork }: Pick<PullStore, 'recheckedWork'>,
): GitHubReader {
  const seen = async (state: PullRequestState): Promise<PullRequestState | null> => {
    const recheck = state.byApp ? recheckOfBranch(state.form.branch) : null;
    if (recheck === null) return state;
    const work = await recheckedWork(recheck, state.pull.repositoryId);
    // It was erased, or is another school's: there is nobody to tell anything.
    if (work === null) return null;
    // Where branches say which project it is, ours say nothing.
    return { ...state, learner: work.learner, place: { ...state.place, into: work.project }, recheck };
  };
  return {
    ...reader,
    async pullRequest(ref, signal) {
      const state = await reader.pullRequest(ref, signal);
      return state === null ? null : seen(state);
    },
    async *openPullRequests(signal) {
      for await (const state of reader.openPullRequests(signal)) {
        const known = await seen(state);
        if (known !== null) yield known;
      }
    },
  };
}
