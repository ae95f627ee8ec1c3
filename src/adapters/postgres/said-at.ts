import { and, asc, desc, eq, gt, sql } from 'drizzle-orm';
import { reviews, signOffs, submissions } from './schema.ts';
import type { Rows } from './session.ts';

/** In the order in which they were said: one that GitHub delivers late is not the last word for that. */
export const saidAt = sql`coalesce(${signOffs.saidAt}, ${signOffs.at})`;
// GitHub tells whole seconds, and its numbers grow.
export const saidLast = [desc(saidAt), desc(signOffs.sourceId)];
export const saidFirst = [asc(saidAt), asc(signOffs.sourceId)];

/** The same for reviews. */
export const reviewedAt = sql`coalesce(${reviews.saidAt}, ${reviews.at})`.mapWith(reviews.at);
export const reviewedFirst = [asc(reviewedAt), asc(reviews.sourceId)];

/** Whether a person has said something of a commit of a pull request after a time (ms since 1970). */
export async function isSignedSince(rows: Rows, pullRequestId: number, since: number): Promise<boolean> {
  const said = await rows
    .select({ id: signOffs.id })
    .from(signOffs)
    .innerJoin(submissions, eq(submissions.id, signOffs.submissionId))
    .where(and(eq(submissions.pullRequestId, pullRequestId), gt(saidAt, new Date(since))))
    .limit(1);
  return said.length > 0;
}
