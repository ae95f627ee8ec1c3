import type { GitHubReader, PullRequestState } from '../../../src/intake/github-reader.ts';
import type { Maker } from '../../../src/review/involved.ts';
import type { ReviewRequests } from '../../../src/review/peers/review-requests.ts';
import { pullRequest } from '../pulls.ts';

const fresh = () => ({
  state: pullRequest() as PullRequestState | null,
  makers: [] as Maker[],
  requested: new Set<number>(),
  asked: [] as number[],
  takenBack: [] as number[],
  noReviewers: new Set<number>(),
  remarks: [] as string[],
  /** Whoever asks dies before they can note it. */
  dies: false,
});

/** GitHub with one pull request, as far as requests for reviews go. */
export function askedGitHub() {
  const github = fresh();
  return Object.assign(github, {
    forget: () => void Object.assign(github, fresh()),
    reader: {
      pullRequest: () => Promise.resolve(github.state),
      makers: () => Promise.resolve(github.makers),
    } satisfies Pick<GitHubReader, 'pullRequest' | 'makers'>,
    reviewRequests: (loginOf: (id: number) => string): ReviewRequests => ({
      ask: (_pull, id) => {
        if (github.noReviewers.has(id)) return Promise.resolve('refused');
        github.requested.add(id);
        github.asked.push(id);
        if (github.dies) return Promise.reject(new Error('the worker dies here'));
        return Promise.resolve({ login: loginOf(id) });
      },
      takeBack: (_pull, id) => {
        github.requested.delete(id);
        github.takenBack.push(id);
        return Promise.resolve();
      },
      remarks: () => Promise.resolve(github.remarks),
    }),
  });
}
