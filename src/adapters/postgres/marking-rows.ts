import { and, desc, eq, lte, type SQL } from 'drizzle-orm';
import { Marking } from '../../domain/results.ts';
import type { MarkingReader } from '../../intake/marking-reader.ts';
import { pullRequests, runs, submissions } from './schema.ts';
import type { Rows, Session } from './session.ts';

/** The last run of a pull request of which something holds, with its commit. */
export async function lastRun(
  rows: Rows,
  { repositoryId, number }: { repositoryId: number; number: number },
  holds: SQL | undefined,
) {
  const [last] = await rows
    .select({
      runId: runs.id,
      pullRequestId: runs.pullRequestId,
      submissionId: runs.submissionId,
      marking: runs.marking,
      headSha: submissions.headSha,
    })
    .from(runs)
    .innerJoin(submissions, eq(submissions.id, runs.submissionId))
    .innerJoin(pullRequests, eq(pullRequests.id, runs.pullRequestId))
    .where(and(eq(pullRequests.repositoryId, repositoryId), eq(pullRequests.number, number), holds))
    .orderBy(desc(runs.id))
    .limit(1);
  return last ?? null;
}

const said = and(eq(runs.phase, 'finished'), eq(runs.outcome, 'marked'));

/** The commit whose result stood on a pull request at a time. */
export async function shownAt(
  rows: Rows,
  pull: { repositoryId: number; number: number },
  at: number,
): Promise<string | null> {
  return (await lastRun(rows, pull, and(said, lte(runs.endedAt, new Date(at)))))?.headSha ?? null;
}

/** What was found of submissions. */
export function markingRows({ rows }: Session): MarkingReader {
  return {
    async last(repositoryId, number, headSha) {
      const run = await lastRun(rows, { repositoryId, number }, and(said, eq(submissions.headSha, headSha)));
      return Marking.safeParse(run?.marking).data ?? null;
    },
  };
}
