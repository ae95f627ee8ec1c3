import { GitHubError } from '../../domain/errors/github.ts';
import type { PullRequestRef } from '../../domain/submission.ts';
import type { ReviewRequests } from '../../review/peers/review-requests.ts';
import { AccountAnswer, readAnswer, RemarksAnswer, RequestedReviewersAnswer } from './answers.ts';
import type { GitHubClient } from './client.ts';
import { orNullWhenClosed } from './closed-to-us.ts';
import { pages } from './pages.ts';

const REVIEWERS = '/repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers';

/** Asks for reviews as our App, with a token that reaches the pull request's repository alone. */
export function createReviewRequests(client: GitHubClient): ReviewRequests {
  const at = ({ installation, repositoryId, owner, repo, number }: PullRequestRef, signal?: AbortSignal) => ({
    octokit: client.as({ installation, repositoryId }),
    where: { owner, repo, pull_number: number },
    ask: signal === undefined ? {} : { request: { signal } },
  });
  const loginOf = (pull: PullRequestRef, id: number, signal?: AbortSignal): Promise<string | null> => {
    const { octokit, ask } = at(pull, signal);
    return orNullWhenClosed(async () => {
      const { data } = await octokit.request('GET /user/{account_id}', { account_id: id, ...ask });
      return readAnswer(AccountAnswer, 'GET /user/{account_id}', data).login;
    });
  };

  return {
    async ask(pull, id, signal) {
      const login = await loginOf(pull, id, signal);
      if (login === null) return 'refused';
      const { octokit, where, ask } = at(pull, signal);
      try {
        const { data } = await octokit.request(`POST ${REVIEWERS}`, { ...where, ...ask, reviewers: [login] });
        const { requested_reviewers: requested } = readAnswer(
          RequestedReviewersAnswer,
          `POST ${REVIEWERS}`,
          data,
        );
        if (requested?.some((each) => each.id === id) === true) return { login };
        // Somebody else has taken the name in this moment, and is not to be asked.
        await octokit.request(`DELETE ${REVIEWERS}`, { ...where, ...ask, reviewers: [login] });
        return 'refused';
      } catch (error) {
        if (isNoReviewer(error)) return 'refused';
        throw error;
      }
    },

    async takeBack(pull, id, signal) {
      const login = await loginOf(pull, id, signal);
      if (login === null) return;
      const { octokit, where, ask } = at(pull, signal);
      try {
        await orNullWhenClosed(() =>
          octokit.request(`DELETE ${REVIEWERS}`, { ...where, ...ask, reviewers: [login] }),
        );
      } catch (error) {
        if (!isNoReviewer(error)) throw error;
      }
    },

    async remarks(pull, reviewId, signal) {
      const { octokit, where, ask } = at(pull, signal);
      const texts: string[] = [];
      for await (const { body } of pages(
        (page) =>
          octokit.rest.pulls.listCommentsForReview({ ...where, ...page, ...ask, review_id: reviewId }),
        (data) =>
          readAnswer(
            RemarksAnswer,
            'GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/comments',
            data,
          ),
      ))
        texts.push(body);
      return texts;
    },
  };
}

const isNoReviewer = (error: unknown): boolean =>
  error instanceof GitHubError && error.code === 'github.no-reviewer';
