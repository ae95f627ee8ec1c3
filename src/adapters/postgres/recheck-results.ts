import { and, eq, or, sql } from 'drizzle-orm';
import { pullRequests, rechecks, runs, submissions } from './schema.ts';
import type { Rows } from './session.ts';
import { toldResults } from './told-attempts.ts';

/** Results of a re-check's last commit that were told. */
export function toldHeads(rows: Rows) {
  return rows
    .select({ id: runs.id })
    .from(runs)
    .innerJoin(submissions, eq(submissions.id, runs.submissionId))
    .where(
      and(
        eq(runs.pullRequestId, rechecks.pullRequestId),
        eq(submissions.headSha, pullRequests.headSha),
        toldResults(rows),
      ),
    );
}

/** Results of a re-check that were told, and in which nothing was missing. */
export function mendedRuns(rows: Rows) {
  return rows
    .select({ id: runs.id })
    .from(runs)
    .where(
      and(
        eq(runs.pullRequestId, rechecks.pullRequestId),
        toldResults(rows),
        or(
          sql`${runs.marking} ->> 'decision' = 'mastered'`,
          sql`${runs.marking} ->> 'decision' = 'awaiting-review'`,
        ),
      ),
    );
}
