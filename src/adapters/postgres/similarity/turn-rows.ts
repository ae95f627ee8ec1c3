import { and, asc, eq, inArray, isNull, lte, min, notExists, or, sql } from 'drizzle-orm';
import type { Turn, TurnStore } from '../../../similarity/round/turn-store.ts';
import { pullRequests, runs, similarityTurns, submissions } from '../schema.ts';
import { after } from '../session.ts';
import type { Session } from '../session.ts';
import { submissionFrom } from '../submission-row.ts';
import { toldAttempts } from '../told-attempts.ts';

/** A submission of which something of ours has failed so often is left out. */
const MOST_TRIES = 5;
const FIRST_PAUSE_MS = 5 * 60_000;

/** Which submissions are to be compared. */
export function turnRows({ rows, transaction, now }: Session): TurnStore {
  const held = ({ submissionId, token }: Turn) =>
    and(eq(similarityTurns.submissionId, submissionId), eq(similarityTurns.leaseToken, token));
  const handedBack = { leaseToken: null, leaseUntil: null };

  return {
    async note(projects) {
      if (projects.length === 0) return 0;
      const there = rows
        .select({ one: sql`1` })
        .from(similarityTurns)
        .where(eq(similarityTurns.submissionId, runs.submissionId));
      const told = await rows
        .select({ submissionId: runs.submissionId, dueAt: min(runs.endedAt) })
        .from(runs)
        .innerJoin(pullRequests, eq(pullRequests.id, runs.pullRequestId))
        .where(and(toldAttempts(rows), inArray(pullRequests.project, [...projects]), notExists(there)))
        .groupBy(runs.submissionId);
      const due = told.flatMap(({ submissionId, dueAt }) =>
        dueAt === null ? [] : [{ submissionId, dueAt, state: 'waiting' as const }],
      );
      if (due.length > 0) await rows.insert(similarityTurns).values(due).onConflictDoNothing();
      return due.length;
    },

    async isMarkingBehind() {
      const [waiting] = await rows
        .select({ id: runs.id })
        .from(runs)
        .where(and(eq(runs.phase, 'queued'), lte(runs.dueAt, now())))
        .limit(1);
      return waiting !== undefined;
    },

    take: (token, leaseMs) =>
      transaction(async (tx) => {
        const [next] = await tx
          .select({ submissionId: similarityTurns.submissionId, lost: similarityTurns.leaseToken })
          .from(similarityTurns)
          .where(
            and(
              eq(similarityTurns.state, 'waiting'),
              lte(similarityTurns.dueAt, now()),
              or(isNull(similarityTurns.leaseUntil), lte(similarityTurns.leaseUntil, now())),
            ),
          )
          .orderBy(asc(similarityTurns.dueAt), asc(similarityTurns.submissionId))
          .limit(1)
          .for('update', { skipLocked: true });
        if (next === undefined) return null;
        const { submissionId } = next;
        // Whoever had it has died, perhaps of it.
        const tries = sql`${similarityTurns.tries} + ${next.lost === null ? 0 : 1}`;
        await tx
          .update(similarityTurns)
          .set({ leaseToken: token, leaseUntil: after(now(), leaseMs), tries })
          .where(eq(similarityTurns.submissionId, submissionId));
        const [found] = await tx
          .select({ submission: submissions, pull: pullRequests })
          .from(submissions)
          .innerJoin(pullRequests, eq(pullRequests.id, submissions.pullRequestId))
          .where(eq(submissions.id, submissionId));
        if (found === undefined) return null;
        return {
          submissionId,
          submission: submissionFrom({ ...found, kind: 'attempt' }),
          handedInAt: found.submission.firstSeenAt.getTime(),
          token,
        };
      }),

    async done(turn) {
      await rows
        .update(similarityTurns)
        .set({ ...handedBack, state: 'done' })
        .where(held(turn));
    },

    async failed(turn, again) {
      const isOver = again ? sql`${similarityTurns.tries} + 1 >= ${MOST_TRIES}` : sql`true`;
      await rows
        .update(similarityTurns)
        .set({
          ...handedBack,
          tries: sql`${similarityTurns.tries} + 1`,
          state: sql`case when ${isOver} then 'left-out' else 'waiting' end`,
          dueAt: sql`${now()} + ${FIRST_PAUSE_MS}::double precision * (4 ^ ${similarityTurns.tries}) * interval '1 millisecond'`,
        })
        .where(held(turn));
    },

    async released(turn) {
      await rows.update(similarityTurns).set(handedBack).where(held(turn));
    },
  };
}
