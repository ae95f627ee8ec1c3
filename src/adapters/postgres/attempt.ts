import { and, eq, min } from 'drizzle-orm';
import { pullRequests, runs, submissions } from './schema.ts';
import type { Rows } from './session.ts';
import { toldAttempts } from './told-attempts.ts';

/**
 * Which attempt of its learner at its project a run is, counted from 1. The same commit is the same attempt, in whichever pull
 * request it is marked again; practice, and runs that came to no marking, are none.
 */
export async function attemptOf(
  rows: Rows,
  { pullRequestId, submissionId }: { pullRequestId: number; submissionId: number },
): Promise<number> {
  const [now] = await rows
    .select({
      learner: pullRequests.learnerId,
      project: pullRequests.project,
      headSha: submissions.headSha,
    })
    .from(submissions)
    .innerJoin(pullRequests, eq(pullRequests.id, pullRequestId))
    .where(eq(submissions.id, submissionId));
  if (now === undefined) return 1;
  const commits = await rows
    .select({ headSha: submissions.headSha, firstRun: min(runs.id) })
    .from(runs)
    .innerJoin(submissions, eq(submissions.id, runs.submissionId))
    .innerJoin(pullRequests, eq(pullRequests.id, runs.pullRequestId))
    .where(
      and(eq(pullRequests.learnerId, now.learner), eq(pullRequests.project, now.project), toldAttempts(rows)),
    )
    .groupBy(submissions.headSha);
  const itsFirst = commits.find(({ headSha }) => headSha === now.headSha)?.firstRun ?? Infinity;
  return 1 + commits.filter(({ firstRun }) => (firstRun ?? Infinity) < itsFirst).length;
}
