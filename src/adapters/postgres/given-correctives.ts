import { and, asc, eq, exists, inArray, lt, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import { Feedback } from '../../domain/results.ts';
import { publications, pullRequests, runs, submissions } from './schema.ts';
import type { Rows } from './session.ts';

const Told = z.array(Feedback);

/**
 * The texts of the correctives that a run's learner was given for attempts at earlier submissions, in whichever project, the oldest
 * first. Another run of the same submission is the same attempt, so what it was given does not count.
 */
export async function givenBefore(
  rows: Rows,
  { pullRequestId, submissionId }: { pullRequestId: number; submissionId: number },
): Promise<string[]> {
  const [now] = await rows
    .select({ learner: pullRequests.learnerId, seenAt: submissions.firstSeenAt })
    .from(submissions)
    .innerJoin(pullRequests, eq(pullRequests.id, pullRequestId))
    .where(eq(submissions.id, submissionId));
  if (now === undefined) return [];
  const earlier = await rows
    .select({ feedback: sql<unknown>`${runs.marking} -> 'feedback'` })
    .from(runs)
    .innerJoin(submissions, eq(submissions.id, runs.submissionId))
    .where(
      and(
        inArray(
          runs.pullRequestId,
          rows
            .select({ id: pullRequests.id })
            .from(pullRequests)
            .where(eq(pullRequests.learnerId, now.learner)),
        ),
        lt(submissions.firstSeenAt, now.seenAt),
        eq(runs.kind, 'attempt'),
        // A push that comes right after it ends a run that has said its result already.
        or(
          eq(runs.phase, 'finished'),
          exists(
            rows
              .select({ id: publications.id })
              .from(publications)
              .where(
                and(
                  eq(publications.runId, runs.id),
                  eq(publications.what, 'result'),
                  inArray(publications.outcome, ['published', 'check-only']),
                ),
              ),
          ),
        ),
        eq(runs.outcome, 'marked'),
      ),
    )
    .orderBy(asc(submissions.firstSeenAt), asc(runs.id));
  return earlier.flatMap(({ feedback }) =>
    (Told.safeParse(feedback).data ?? []).flatMap(({ corrective, next }) =>
      corrective === null ? [] : [next],
    ),
  );
}
