import { and, desc, eq, lt, ne } from 'drizzle-orm';
import { Marking } from '../../domain/results.ts';
import { pullRequests, runs, submissions } from './schema.ts';
import type { Rows } from './session.ts';
import { toldAttempts } from './told-attempts.ts';

/**
 * What the learner was told last of another commit at the same project, in whichever pull request: attempts are counted over all of
 * them. Null where it is the first that they hear.
 */
export async function previousMarking(
  rows: Rows,
  run: { id: number; pullRequestId: number; submissionId: number },
): Promise<Marking | null> {
  const [now] = await rows
    .select({
      learner: pullRequests.learnerId,
      project: pullRequests.project,
      headSha: submissions.headSha,
    })
    .from(submissions)
    .innerJoin(pullRequests, eq(pullRequests.id, run.pullRequestId))
    .where(eq(submissions.id, run.submissionId));
  if (now === undefined) return null;
  const [found] = await rows
    .select({ marking: runs.marking })
    .from(runs)
    .innerJoin(submissions, eq(submissions.id, runs.submissionId))
    .innerJoin(pullRequests, eq(pullRequests.id, runs.pullRequestId))
    .where(
      and(
        eq(pullRequests.learnerId, now.learner),
        eq(pullRequests.project, now.project),
        ne(submissions.headSha, now.headSha),
        lt(runs.id, run.id),
        toldAttempts(rows),
      ),
    )
    .orderBy(desc(runs.id))
    .limit(1);
  return Marking.safeParse(found?.marking).data ?? null;
}
