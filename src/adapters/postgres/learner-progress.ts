import { and, asc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { DecisionName } from '../../domain/course/decision.ts';
import type { AttemptOutcome } from '../../domain/progress.ts';
import { pullRequests, runs, submissions } from './schema.ts';
import type { Rows } from './session.ts';
import { verdictsOn } from './sign-off-rows.ts';
import { countedAttempts } from './told-attempts.ts';

const Outcome = z.object({ project: z.string(), decision: DecisionName, callsStaff: z.boolean() });

/** Whether a marking asks the learner to go to a member of staff: JSON path. */
export const CALLS_STAFF = '$.feedback[*] ? (@.callsStaff == true)';

/** What the attempts of a learner in the whole course came to, the oldest first; `except`: without one commit, of one project, unless that is mastered already. */
export async function progressOf(
  rows: Rows,
  learner: number,
  except?: { project: string; headSha: string },
): Promise<AttemptOutcome[]> {
  const told = await rows
    .select({
      project: pullRequests.project,
      headSha: submissions.headSha,
      decision: sql<unknown>`${runs.marking} ->> 'decision'`,
      callsStaff: sql<unknown>`jsonb_path_exists(${runs.marking}, ${CALLS_STAFF}::jsonpath)`,
    })
    .from(runs)
    .innerJoin(submissions, eq(submissions.id, runs.submissionId))
    .innerJoin(pullRequests, eq(pullRequests.id, runs.pullRequestId))
    .where(and(eq(pullRequests.learnerId, learner), countedAttempts(rows)))
    .orderBy(asc(runs.id));
  const found = new Map<string, AttemptOutcome & { headSha: string }>();
  for (const { headSha, ...row } of told) {
    const outcome = Outcome.safeParse(row);
    if (!outcome.success) continue;
    const commit = `${row.project} ${headSha}`;
    // The same commit is the same attempt, and the last that was told of it counts; mastery stands, whatever is found later.
    if (found.get(commit)?.decision !== 'mastered') found.set(commit, { ...outcome.data, headSha });
  }
  const verdicts = await verdictsOn(rows, learner);
  return [...found].flatMap(([commit, { headSha, ...outcome }]) => {
    // Where a person has said something of it, theirs is the last word.
    const decision = verdicts.get(commit) ?? outcome.decision;
    const isExcepted = except?.headSha === headSha && except.project === outcome.project;
    return isExcepted && decision !== 'mastered' ? [] : [{ ...outcome, decision }];
  });
}
