import { eq } from 'drizzle-orm';
import type { SecondLookStore } from '../../review/second-looks/second-look-store.ts';
import { pullRequests, reviews, secondLooks, signOffs, submissions } from './schema.ts';
import type { Session } from './session.ts';
import { saidFirst } from './said-at.ts';

/** What is looked at twice. */
export function secondLookRows({ rows, now }: Session): SecondLookStore {
  return {
    async signed() {
      const found = await rows
        .select({
          id: signOffs.id,
          pullRequestId: submissions.pullRequestId,
          submissionId: signOffs.submissionId,
          project: pullRequests.project,
          learner: pullRequests.learnerId,
          owner: pullRequests.owner,
          repo: pullRequests.repo,
          headSha: submissions.headSha,
          says: signOffs.says,
          by: signOffs.byId,
          second: secondLooks.says,
        })
        .from(signOffs)
        .innerJoin(submissions, eq(submissions.id, signOffs.submissionId))
        .innerJoin(pullRequests, eq(pullRequests.id, submissions.pullRequestId))
        .leftJoin(secondLooks, eq(secondLooks.signOffId, signOffs.id))
        .orderBy(...saidFirst);
      // Who has written a review there has formed a view, and has seen what others said.
      const written = await rows
        .select({ pullRequestId: reviews.pullRequestId, by: reviews.byId })
        .from(reviews)
        .where(eq(reviews.givenAs, 'staff'));
      // The last word on a commit, unless a second person has looked at an earlier one.
      const last = new Map(found.map((each) => [each.submissionId, each.id]));
      return found
        .filter(({ id, submissionId, second }) => second !== null || last.get(submissionId) === id)
        .map(({ id, project, learner, owner, repo, headSha, says, second, pullRequestId }) => ({
          ...{ id, project, learner, owner, repo, headSha, says, second },
          saidBy: [
            ...new Set(
              [...found, ...written].flatMap((each) =>
                each.pullRequestId === pullRequestId ? [each.by] : [],
              ),
            ),
          ],
        }));
    },

    async keep(signOffId, { by, says, why }) {
      const kept = await rows
        .insert(secondLooks)
        .values({ signOffId, byId: by.id, byLogin: by.login, says, why, at: now() })
        .onConflictDoNothing()
        .returning({ id: secondLooks.id });
      return kept.length > 0;
    },
  };
}
