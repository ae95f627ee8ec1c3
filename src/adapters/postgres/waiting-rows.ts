import { and, desc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { DecisionName } from '../../domain/course/decision.ts';
import type { WaitingWork } from '../../domain/waiting-work.ts';
import type { WaitingStore } from '../../review/waiting-store.ts';
import { CALLS_STAFF, progressOf } from './learner-progress.ts';
import { pullRequests, runs, submissions } from './schema.ts';
import type { Session } from './session.ts';
import { signedOn } from './sign-off-rows.ts';
import { toldAttempts } from './told-attempts.ts';

const Told = z.object({ decision: DecisionName, callsStaff: z.boolean() });

/** What waits for staff. */
export function waitingRows({ rows }: Session): WaitingStore {
  const waitsFor = async (
    run: { pullRequestId: number; submissionId: number },
    told: unknown,
  ): Promise<WaitingWork['waitsFor'] | null> => {
    const { decision, callsStaff } = Told.parse(told);
    if ((await signedOn(rows, run))?.holds === true) return null;
    if (decision === 'awaiting-review') return 'sign-off';
    return decision === 'not-yet' && callsStaff ? 'help' : null;
  };

  return {
    async waiting() {
      const last = await rows
        .selectDistinctOn([runs.pullRequestId], {
          run: { pullRequestId: runs.pullRequestId, submissionId: runs.submissionId },
          endedAt: runs.endedAt,
          pull: pullRequests,
          headSha: submissions.headSha,
          told: {
            decision: sql<unknown>`${runs.marking} ->> 'decision'`,
            callsStaff: sql<unknown>`jsonb_path_exists(${runs.marking}, ${CALLS_STAFF}::jsonpath)`,
          },
        })
        .from(runs)
        .innerJoin(submissions, eq(submissions.id, runs.submissionId))
        .innerJoin(pullRequests, eq(pullRequests.id, runs.pullRequestId))
        .where(
          and(
            eq(pullRequests.open, true),
            eq(pullRequests.draft, false),
            eq(submissions.headSha, pullRequests.headSha),
            toldAttempts(rows),
          ),
        )
        .orderBy(runs.pullRequestId, desc(runs.id));
      const found: WaitingWork[] = [];
      for (const { run, endedAt, pull, headSha, told } of last) {
        const what = await waitsFor(run, told);
        if (what === null || endedAt === null) continue;
        const { installation, owner, repo, repositoryId, number, learnerId, learnerLogin, project } = pull;
        const progress = await progressOf(rows, learnerId);
        found.push({
          pull: { installation, owner, repo, repositoryId, number },
          learner: { id: learnerId, login: learnerLogin },
          project,
          headSha,
          waitsFor: what,
          since: endedAt.getTime(),
          misses: progress.filter((each) => each.project === project && each.decision === 'not-yet').length,
        });
      }
      return found;
    },
  };
}
