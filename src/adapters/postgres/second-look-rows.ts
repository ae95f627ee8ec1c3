import { and, eq, gte, inArray } from 'drizzle-orm';
import type { SecondLookStore } from '../../review/second-looks/second-look-store.ts';
import { pullRequests, reviews, secondLooks, signOffs, submissions } from './schema.ts';
import { saidFirst } from './said-at.ts';
import type { Rows, Session } from './session.ts';

/** What is looked at twice. */
export function secondLookRows({ rows, now }: Session): SecondLookStore {
  return {
    async signed(since) {
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
          second: secondLooks.says,
        })
        .from(signOffs)
        .innerJoin(submissions, eq(submissions.id, signOffs.submissionId))
        .innerJoin(pullRequests, eq(pullRequests.id, submissions.pullRequestId))
        .leftJoin(secondLooks, eq(secondLooks.signOffId, signOffs.id))
        .where(gte(signOffs.at, new Date(since)))
        .orderBy(...saidFirst);
      const saidBy = await staffAt(rows, [...new Set(found.map((each) => each.pullRequestId))]);
      // The last word on a commit, unless a second person has looked at an earlier one.
      const last = new Map(found.map((each) => [each.submissionId, each.id]));
      return found
        .filter(({ id, submissionId, second }) => second !== null || last.get(submissionId) === id)
        .map(({ id, project, learner, owner, repo, headSha, says, second, pullRequestId }) => ({
          ...{ id, project, learner, owner, repo, headSha, says, second },
          saidBy: saidBy.get(pullRequestId) ?? [],
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

/**
 * Which members of staff have said something of pull requests: by a verdict, or in a review. Whoever has written one has formed a view,
 * and has seen what others said.
 */
async function staffAt(rows: Rows, pulls: readonly number[]): Promise<Map<number, number[]>> {
  const signed = await rows
    .select({ pull: submissions.pullRequestId, by: signOffs.byId })
    .from(signOffs)
    .innerJoin(submissions, eq(submissions.id, signOffs.submissionId))
    .where(inArray(submissions.pullRequestId, [...pulls]))
    .orderBy(...saidFirst);
  const written = await rows
    .select({ pull: reviews.pullRequestId, by: reviews.byId })
    .from(reviews)
    .where(and(eq(reviews.givenAs, 'staff'), inArray(reviews.pullRequestId, [...pulls])));
  const all = new Map<number, number[]>();
  for (const { pull, by } of [...signed, ...written])
    all.set(pull, [...new Set([...(all.get(pull) ?? []), by])]);
  return all;
}
