import { and, asc, eq, inArray, isNull, lt, lte, min, ne, notExists, or, sql } from 'drizzle-orm';
import type { Turn, TurnStore } from '../../../similarity/round/turn-store.ts';
import { pullRequests, runs, similarityTurns, submissions } from '../schema.ts';
import { after } from '../session.ts';
import type { Session } from '../session.ts';
import { submissionFrom } from '../submission-row.ts';
import { toldAttempts } from '../told-attempts.ts';

/** A submission of which something of ours has failed so often is left out. */
const MOST_TRIES = 5;
const FIRST_PAUSE_MS = 5 * 60_000;
/** At a time: there are many of them only where a school has just turned this on. */
const MOST_NOTED = 500;
/** Whoever was not told by then will not be. */
const KEPT_MS = 7 * 24 * 60 * 60_000;

/** Which submissions are to be compared. */
export function turnRows({ rows, transaction, now }: Session): TurnStore {
  const held = ({ submissionId, token }: Turn) =>
    and(eq(similarityTurns.submissionId, submissionId), eq(similarityTurns.leaseToken, token));
  const handedBack = { leaseToken: null, leaseUntil: null };

  return {
    async keep({ pull, headSha }, files) {
      await rows.execute(sql`
        insert into ${similarityTurns} (submission_id, state, due_at, files)
        select s.id, 'kept', ${now()}, ${files}
        from ${submissions} s join ${pullRequests} p on p.id = s.pull_request_id
        where p.repository_id = ${pull.repositoryId} and p.number = ${pull.number} and s.head_sha = ${headSha}
        on conflict (submission_id) do nothing`);
    },

    async note(projects) {
      const long = after(now(), -KEPT_MS);
      await rows
        .delete(similarityTurns)
        .where(and(eq(similarityTurns.state, 'kept'), lt(similarityTurns.dueAt, long)));
      if (projects.length === 0) return 0;
      const noted = rows
        .select({ one: sql`1` })
        .from(similarityTurns)
        .where(and(eq(similarityTurns.submissionId, runs.submissionId), ne(similarityTurns.state, 'kept')));
      const told = await rows
        .select({ submissionId: runs.submissionId, dueAt: min(runs.endedAt) })
        .from(runs)
        .innerJoin(pullRequests, eq(pullRequests.id, runs.pullRequestId))
        .where(and(toldAttempts(rows), inArray(pullRequests.project, [...projects]), notExists(noted)))
        .groupBy(runs.submissionId)
        .orderBy(min(runs.endedAt))
        .limit(MOST_NOTED);
      const due = told.flatMap(({ submissionId, dueAt }) =>
        dueAt === null ? [] : [{ submissionId, dueAt, state: 'waiting' as const }],
      );
      if (due.length > 0)
        await rows
          .insert(similarityTurns)
          .values(due)
          .onConflictDoUpdate({
            target: similarityTurns.submissionId,
            set: { state: 'waiting', dueAt: sql`excluded.due_at` },
            setWhere: eq(similarityTurns.state, 'kept'),
          });
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
          .select({ submission: submissions, pull: pullRequests, files: similarityTurns.files })
          .from(submissions)
          .innerJoin(similarityTurns, eq(similarityTurns.submissionId, submissions.id))
          .innerJoin(pullRequests, eq(pullRequests.id, submissions.pullRequestId))
          .where(eq(submissions.id, submissionId));
        if (found === undefined) return null;
        return {
          submissionId,
          submission: submissionFrom({ ...found, kind: 'attempt' }),
          handedInAt: found.submission.firstSeenAt.getTime(),
          files: found.files,
          token,
        };
      }),

    async done(turn) {
      await rows
        .update(similarityTurns)
        .set({ ...handedBack, state: 'done', files: null })
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
          files: sql`case when ${isOver} then null else ${similarityTurns.files} end`,
          dueAt: sql`${now()} + ${FIRST_PAUSE_MS}::double precision * (4 ^ ${similarityTurns.tries}) * interval '1 millisecond'`,
        })
        .where(held(turn));
    },

    async released(turn) {
      await rows.update(similarityTurns).set(handedBack).where(held(turn));
    },
  };
}
