import { and, asc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { LearnerHistory } from '../../domain/history.ts';
import { NO_HISTORY } from '../../domain/history.ts';
import { Feedback } from '../../domain/results.ts';
import { pullRequests, runs, submissions } from './schema.ts';
import type { Rows } from './session.ts';
import { lastSaid } from './sign-off-rows.ts';
import { toldAttempts } from './told-attempts.ts';

const Told = z.array(Feedback);
const Names = z.array(z.string());

/** The evidence of the style stage that did not pass, by name. */
const REMARKS = '$.stages[*] ? (@.id == "style").criteria[*].evidence[*] ? (@.status != "passed").id';

/**
 * What earlier attempts have left with a run's learner: those that were told before this one was for the first time, whenever their
 * commits were seen first, as a force push can bring back an old one. The same commit is the same attempt, in whichever pull request
 * it is marked again, so what it came to does not count.
 */
export async function historyBefore(
  rows: Rows,
  { pullRequestId, submissionId }: { pullRequestId: number; submissionId: number },
): Promise<LearnerHistory> {
  const [now] = await rows
    .select({
      learner: pullRequests.learnerId,
      project: pullRequests.project,
      headSha: submissions.headSha,
    })
    .from(submissions)
    .innerJoin(pullRequests, eq(pullRequests.id, pullRequestId))
    .where(eq(submissions.id, submissionId));
  if (now === undefined) return NO_HISTORY;
  const told = await rows
    .select({
      headSha: submissions.headSha,
      project: pullRequests.project,
      feedback: sql<unknown>`${runs.marking} -> 'feedback'`,
      remarks: sql<unknown>`jsonb_path_query_array(${runs.marking}, ${REMARKS}::jsonpath)`,
    })
    .from(runs)
    .innerJoin(submissions, eq(submissions.id, runs.submissionId))
    .innerJoin(pullRequests, eq(pullRequests.id, runs.pullRequestId))
    .where(and(eq(pullRequests.learnerId, now.learner), toldAttempts(rows)))
    .orderBy(asc(runs.id));
  const itself = told.findIndex(({ project, headSha }) => project === now.project && headSha === now.headSha);
  const earlier = itself === -1 ? told : told.slice(0, itself);
  // A regrade told something else of the same commit, and the last word counts; what was given stays given.
  const lastWords = new Map(earlier.map((each) => [`${each.project} ${each.headSha}`, each])).values();
  const sentBack = (await lastSaid(rows, now)) === 'not-yet';
  return {
    ...(sentBack && { sentBack }),
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
