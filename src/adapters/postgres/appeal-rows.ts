import { and, eq, isNull, lt, type SQL } from 'drizzle-orm';
import type { AppealStore } from '../../review/appeal-store.ts';
import { isBusy } from './busy.ts';
import { lastRun } from './marking-rows.ts';
import { pullIdOf } from './pull-id.ts';
import { isSignedSince } from './said-at.ts';
import { appeals, pullRequests, submissions } from './schema.ts';
import { notifyWork } from './session.ts';
import type { Rows, Session } from './session.ts';
import { startRun } from './start-run.ts';
import { toldAttempts } from './told-attempts.ts';

/** Learners who ask for a person. */
export function appealRows({ transaction, now }: Session): AppealStore {
  return {
    ask: (pull, { given, why, at }) =>
      transaction(async (tx) => {
        const pullRequestId = await pullIdOf(tx, pull);
        if (pullRequestId === null) return 'not-marked-yet';
        // Whoever keeps something of the pull request waits here for the others.
        await tx
          .select({ id: pullRequests.id })
          .from(pullRequests)
          .where(eq(pullRequests.id, pullRequestId))
          .for('update');
        const before = await tx.select().from(appeals).where(eq(appeals.pullRequestId, pullRequestId));
        if (before.some((each) => each.given === given)) return 'known';
        if (before.some(({ endedAt }) => endedAt === null)) return 'asked-already';
        if (await isBusy(tx, pullRequestId)) return 'busy';
        const told = await lastRun(tx, pull, and(eq(submissions.headSha, pull.headSha), toldAttempts(tx)));
        if (told === null) return 'not-marked-yet';
        const asked = { pullRequestId, given, why, at: new Date(at) };
        if (await isSignedSince(tx, pullRequestId, at)) {
          await tx.insert(appeals).values({ ...asked, endedAt: now() });
          return 'asked';
        }
        await tx.insert(appeals).values(asked);
        await startRun(tx, now, {
          pullRequestId,
          submissionId: told.submissionId,
          kind: 'attempt',
          cause: 'appeal',
          deliveryId: null,
          republish: told.runId,
        });
        await notifyWork(tx);
        return 'asked';
      }),
  };
}

const isOpen = (pullRequestId: number): SQL | undefined =>
  and(eq(appeals.pullRequestId, pullRequestId), isNull(appeals.endedAt));

/** Whether a person is asked for and has not looked yet. */
export async function isAppealed(rows: Rows, pullRequestId: number): Promise<boolean> {
  const open = await rows.select({ id: appeals.id }).from(appeals).where(isOpen(pullRequestId)).limit(1);
  return open.length > 0;
}

/** A person has looked at what was asked for before a time, or nobody need look any more. */
export async function endAppeal(
  tx: Rows,
  now: () => SQL,
  pullRequestId: number,
  before?: Date,
): Promise<void> {
  const asked = before === undefined ? undefined : lt(appeals.at, before);
  await tx
    .update(appeals)
    .set({ endedAt: now() })
    .where(and(isOpen(pullRequestId), asked));
}
