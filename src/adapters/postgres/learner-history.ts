import { and, asc, eq, lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { LearnerHistory } from '../../domain/history.ts';
import { NO_HISTORY } from '../../domain/history.ts';
import { Feedback } from '../../domain/results.ts';
import { pullRequests, runs, submissions } from './schema.ts';
import type { Rows } from './session.ts';
import { toldAttempts } from './told-attempts.ts';

const Told = z.array(Feedback);
const Names = z.array(z.string());

/** The evidence of the style stage that did not pass, by name. */
const REMARKS = '$.stages[*] ? (@.id == "style").criteria[*].evidence[*] ? (@.status != "passed").id';

/**
 * What attempts at earlier submissions have left with a run's learner. Another run of the same submission is the same attempt, so
 * what it came to does not count.
 */
export async function historyBefore(
  rows: Rows,
  { pullRequestId, submissionId }: { pullRequestId: number; submissionId: number },
): Promise<LearnerHistory> {
  const [now] = await rows
    .select({
      learner: pullRequests.learnerId,
      project: pullRequests.project,
      seenAt: submissions.firstSeenAt,
    })
    .from(submissions)
    .innerJoin(pullRequests, eq(pullRequests.id, pullRequestId))
    .where(eq(submissions.id, submissionId));
  if (now === undefined) return NO_HISTORY;
  const earlier = await rows
    .select({
      submission: runs.submissionId,
      project: pullRequests.project,
      feedback: sql<unknown>`${runs.marking} -> 'feedback'`,
      remarks: sql<unknown>`jsonb_path_query_array(${runs.marking}, ${REMARKS}::jsonpath)`,
    })
    .from(runs)
    .innerJoin(submissions, eq(submissions.id, runs.submissionId))
    .innerJoin(pullRequests, eq(pullRequests.id, runs.pullRequestId))
    .where(
      and(
        eq(pullRequests.learnerId, now.learner),
        lt(submissions.firstSeenAt, now.seenAt),
        toldAttempts(rows),
      ),
    )
    .orderBy(asc(submissions.firstSeenAt), asc(runs.id));
  // A regrade told something else of the same submission, and the last word counts; what was given stays given.
  const lastWords = new Map(earlier.map((each) => [each.submission, each])).values();
  return {
    given: earlier.flatMap(({ feedback }) =>
      (Told.safeParse(feedback).data ?? []).flatMap(({ corrective, next }) =>
        corrective === null ? [] : [next],
      ),
    ),
    remarks: [
      ...new Set(
        [...lastWords]
          .filter(({ project }) => project !== now.project)
          .flatMap(({ remarks }) => Names.safeParse(remarks).data ?? []),
      ),
    ],
  };
}
