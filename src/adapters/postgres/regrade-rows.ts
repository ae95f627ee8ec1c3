import { and, desc, eq, inArray, or, sql } from 'drizzle-orm';
import { Marking } from '../../domain/results.ts';
import type { RegradeStore, Stored } from '../../regrade/regrade-store.ts';
import { attemptOf } from './attempt.ts';
import { isBusy } from './busy.ts';
import { historyBefore } from './learner-history.ts';
import { keptMasteries, pullRequests, runs, submissions } from './schema.ts';
import { notifyWork } from './session.ts';
import type { Rows, Session } from './session.ts';
import { storableJson } from './storable-json.ts';
import { submissionFrom, submissionOf } from './submission-row.ts';
import { recordedAttempts, toldAttempts } from './told-attempts.ts';

/** Of the runs, those whose marking counts: the learner was told, or there was no place to. */
function assessments(rows: Rows) {
  return or(toldAttempts(rows), recordedAttempts());
}

/** The pull request's row and commit of a run; the pull request is locked until the transaction ends. */
async function lockPull(tx: Rows, runId: number) {
  const [found] = await tx
    .select({
      pull: { id: pullRequests.id, open: pullRequests.open, headSha: pullRequests.headSha },
      submission: { id: submissions.id, headSha: submissions.headSha },
    })
    .from(runs)
    .innerJoin(pullRequests, eq(pullRequests.id, runs.pullRequestId))
    .innerJoin(submissions, eq(submissions.id, runs.submissionId))
    .where(eq(runs.id, runId))
    .for('update', { of: pullRequests });
  return found ?? null;
}

async function lastAssessment(rows: Rows, pullRequestId: number): Promise<number | null> {
  const [last] = await rows
    .select({ id: runs.id })
    .from(runs)
    .where(and(eq(runs.pullRequestId, pullRequestId), assessments(rows)))
    .orderBy(desc(runs.id))
    .limit(1);
  return last?.id ?? null;
}

/** The records of a regrade. A new outcome is a run of its own beside the older one, which stays as it was. */
export function regradeRows({ rows, transaction, now }: Session): RegradeStore {
  return {
    async assessed(project) {
      const last = await rows
        .selectDistinctOn([runs.pullRequestId], { id: runs.id, login: pullRequests.learnerLogin })
        .from(runs)
        .innerJoin(pullRequests, eq(pullRequests.id, runs.pullRequestId))
        .where(and(eq(pullRequests.project, project), assessments(rows)))
        .orderBy(runs.pullRequestId, desc(runs.id));
      return last
        .toSorted((a, b) => (a.login === b.login ? a.id - b.id : a.login < b.login ? -1 : 1))
        .map(({ id }) => id);
    },

    async find(runId) {
      const [run] = await rows.select().from(runs).where(eq(runs.id, runId));
      const [joined] = await submissionOf(rows, runId);
      if (run === undefined || joined === undefined) return null;
      const marking = Marking.safeParse(run.marking).data ?? null;
      return {
        runId,
        submission: submissionFrom(joined),
        marking,
        attempt: await attemptOf(rows, run),
        // Records from before it was noted down say nothing of it.
        history: marking?.madeWith?.history ?? (await historyBefore(rows, run)),
      };
    },

    replace: (runId, marking) =>
      transaction(async (tx): Promise<Stored> => {
        const found = await lockPull(tx, runId);
        if (found === null || (await lastAssessment(tx, found.pull.id)) !== runId) return { how: 'moved-on' };
        const { pull, submission } = found;
        const canBeSaid = pull.open && pull.headSha === submission.headSha;
        // Whoever has the run under way says its own result in a moment.
        if (canBeSaid && (await isBusy(tx, pull.id))) return { how: 'busy' };
        const [row] = await tx
          .insert(runs)
          .values({
            pullRequestId: pull.id,
            submissionId: submission.id,
            kind: 'attempt',
            cause: 'regrade',
            phase: canBeSaid ? 'publishing' : 'recorded',
            outcome: 'marked',
            marking: storableJson(marking),
            dueAt: now(),
            queuedAt: now(),
            concludedAt: now(),
            ...(!canBeSaid && { endedAt: now() }),
          })
          .returning({ id: runs.id });
        if (row === undefined) throw new Error('an insert of a run returned no row');
        if (canBeSaid) await notifyWork(tx);
        return { how: canBeSaid ? 'publish' : 'recorded', run: row.id };
      }),

    async keepMastery(runId, marking) {
      const [run] = await rows
        .select({ submissionId: runs.submissionId })
        .from(runs)
        .where(eq(runs.id, runId));
      if (run === undefined) return;
      const found = { runId, marking: storableJson(marking), keptAt: now() };
      await rows
        .insert(keptMasteries)
        .values({ submissionId: run.submissionId, ...found })
        .onConflictDoUpdate({
          target: keptMasteries.submissionId,
          set: found,
          // The same once more, in another time, is no news.
          setWhere: sql`${keptMasteries.marking} - 'durationMs' <> excluded.marking - 'durationMs'`,
        });
    },

    async agree(runId) {
      await rows
        .delete(keptMasteries)
        .where(
          inArray(
            keptMasteries.submissionId,
            rows.select({ id: runs.submissionId }).from(runs).where(eq(runs.id, runId)),
          ),
        );
    },

    async isSaid(runId) {
      const [run] = await rows.select({ phase: runs.phase }).from(runs).where(eq(runs.id, runId));
      return run?.phase === 'finished';
    },
  };
}
