import { desc, eq, inArray, isNotNull, lte, or, sql } from 'drizzle-orm';
import type { KeepingStore } from '../../record/keeping/keeping-store.ts';
import { expiries, pullRequests, runs, submissions } from './schema.ts';
import type { Session } from './session.ts';

/** How long ago something came of each learner. What we look at by ourselves is nothing of theirs. */
export function keepingRows({ rows, now }: Session): KeepingStore {
  // The last push, or the last word on it: a person's is said by a run too.
  const last = sql`max(coalesce(${submissions.firstSeenAt}, ${pullRequests.seenAt}))`;
  const told = sql`max(${runs.endedAt})`;
  const lastAt = sql`greatest(${last}, ${told})`.mapWith(pullRequests.seenAt);

  return {
    async now() {
      const [row] = await rows
        .select({ at: sql`${now()}`.mapWith(pullRequests.seenAt) })
        .from(sql`(select 1) as one`);
      if (row === undefined) throw new Error('the database did not tell its time');
      return row.at.getTime();
    },

    async quietSince(lastBefore) {
      const found = await rows
        .select({ id: pullRequests.learnerId, lastAt, warnedAt: expiries.warnedAt })
        .from(pullRequests)
        .leftJoin(submissions, eq(submissions.pullRequestId, pullRequests.id))
        .leftJoin(runs, eq(runs.submissionId, submissions.id))
        .leftJoin(expiries, eq(expiries.learnerId, pullRequests.learnerId))
        .groupBy(pullRequests.learnerId, expiries.warnedAt)
        .having(or(lte(lastAt, new Date(lastBefore)), isNotNull(expiries.warnedAt)));
      const logins = await rows
        .selectDistinctOn([pullRequests.learnerId], {
          id: pullRequests.learnerId,
          login: pullRequests.learnerLogin,
        })
        .from(pullRequests)
        .where(
          inArray(
            pullRequests.learnerId,
            found.map(({ id }) => id),
          ),
        )
        .orderBy(pullRequests.learnerId, desc(pullRequests.seenAt));
      return found.map(({ id, lastAt: at, warnedAt }) => ({
        id,
        login: logins.find((each) => each.id === id)?.login ?? String(id),
        lastAt: at.getTime(),
        warnedAt: warnedAt?.getTime() ?? null,
      }));
    },

    async warned(learnerId) {
      await rows.insert(expiries).values({ learnerId, warnedAt: now() }).onConflictDoNothing();
    },

    async forgiven(learnerId) {
      await rows.delete(expiries).where(eq(expiries.learnerId, learnerId));
    },
  };
}
