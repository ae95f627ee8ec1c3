import { and, eq, inArray, isNull, lte, or } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Claim, PenStore } from '../../marking/pen-store.ts';
import { publications, pullRequests, runs, submissions } from './schema.ts';
import { after } from './session.ts';
import type { Session } from './session.ts';

function holds(runId: number, claim: Claim): SQL | undefined {
  return and(
    eq(runs.id, runId),
    eq(runs.pullRequestId, pullRequests.id),
    eq(submissions.headSha, pullRequests.headSha),
    claim.by === 'lease'
      ? and(eq(runs.leaseToken, claim.token), inArray(runs.phase, ['running', 'publishing']))
      : and(eq(runs.phase, 'queued'), eq(runs.tries, claim.tries)),
  );
}

/** @param penMs how long a pen stays with a holder who says nothing */
export function penRows({ rows, now }: Session, penMs: number): PenStore {
  // One statement checks claim and pen and writes, so nothing can come between.
  const write = async (runId: number, claim: Claim, pen: string, condition: SQL | undefined) => {
    const written = await rows
      .update(pullRequests)
      .set({ penToken: pen, penUntil: after(now(), penMs) })
      .from(runs)
      .innerJoin(submissions, eq(submissions.id, runs.submissionId))
      .where(and(holds(runId, claim), condition))
      .returning({ id: pullRequests.id });
    return written.length > 0;
  };

  return {
    async take(runId, claim, pen) {
      if (
        await write(runId, claim, pen, or(isNull(pullRequests.penToken), lte(pullRequests.penUntil, now())))
      ) {
        return 'taken';
      }
      const held = await rows
        .select({ id: runs.id })
        .from(runs)
        .innerJoin(submissions, eq(submissions.id, runs.submissionId))
        .innerJoin(pullRequests, eq(pullRequests.id, runs.pullRequestId))
        .where(holds(runId, claim));
      return held.length > 0 ? 'busy' : 'lost';
    },

    mayWrite: (runId, claim, pen) => write(runId, claim, pen, eq(pullRequests.penToken, pen)),

    async putDown(runId, pen) {
      await rows
        .update(pullRequests)
        .set({ penToken: null, penUntil: null })
        .from(runs)
        .where(
          and(eq(runs.id, runId), eq(runs.pullRequestId, pullRequests.id), eq(pullRequests.penToken, pen)),
        );
    },

    async record(runId, what, outcome) {
      await rows.insert(publications).values({ runId, what, outcome, at: now() });
    },
  };
}
