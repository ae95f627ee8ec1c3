import { and, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { Problem, activePhases } from '../../domain/run.ts';
import type { DueProject } from '../../domain/due.ts';
import type { RunPhase } from '../../domain/run.ts';
import { Marking } from '../../domain/results.ts';
import { operatorError } from '../../domain/errors/operator.ts';
import { nextRunState } from '../../marking/run-state.ts';
import type { RunEvent, RunPolicy, RunState } from '../../marking/run-state.ts';
import type { RunStore, TakenRun, Task } from '../../marking/run-store.ts';
import { endAppeal, isAppealed } from './appeal-rows.ts';
import { attemptOf } from './attempt.ts';
import { historyBefore } from './learner-history.ts';
import { dueOf } from './due-rows.ts';
import { progressOf } from './learner-progress.ts';
import { peersOn } from './peers/seen.ts';
import { previousMarking } from './previous-marking.ts';
import { signedOn } from './sign-off-rows.ts';
import { recheckStepOf } from './recheck-step.ts';
import { runs, rubrics } from './schema.ts';
import type { Rows, Session } from './session.ts';
import { storableJson } from './storable-json.ts';
import { submissionFrom, submissionOf } from './submission-row.ts';
import { challengesOf } from './unit-request-rows.ts';
import { waitingRun } from './waiting-run.ts';

const Mastered = z.object({ decision: z.literal('mastered') });

type RunRow = typeof runs.$inferSelect;

function stateOf(row: RunRow): RunState {
  return {
    phase: row.phase,
    tries: row.tries,
    publishTries: row.publishTries,
    dueAt: row.dueAt.getTime(),
    lease:
      row.leaseToken === null || row.leaseExpiresAt === null
        ? null
        : { token: row.leaseToken, expiresAt: row.leaseExpiresAt.getTime() },
    outcome: row.outcome,
  };
}

function stateColumns(state: RunState) {
  return {
    phase: state.phase,
    tries: state.tries,
    publishTries: state.publishTries,
    dueAt: new Date(state.dueAt),
    leaseToken: state.lease?.token ?? null,
    leaseExpiresAt: state.lease === null ? null : new Date(state.lease.expiresAt),
    outcome: state.outcome,
  };
}

/** The moments that a change of phase is remembered by. */
function stamps(before: RunRow, after: RunState, at: Date) {
  const ended = !(activePhases as readonly RunPhase[]).includes(after.phase);
  return {
    ...(after.phase === 'running' && before.startedAt === null && { startedAt: at }),
    ...(after.phase === 'publishing' && before.concludedAt === null && { concludedAt: at }),
    ...(ended && before.endedAt === null && { endedAt: at }),
  };
}

/** What there is to do. A stored outcome that cannot be read any more is our problem, and is said as one. */
function taskOf(row: RunRow, state: RunState): Task {
  if (state.phase !== 'publishing' || state.outcome === null) return { what: 'mark' };
  const problem = Problem.safeParse(row.problem).data ?? null;
  if (state.outcome === 'given-up') {
    // Nobody was left to say what went wrong.
    const died = operatorError('run.workers-lost', { run: row.id, tries: state.tries });
    return { what: 'publish', outcome: 'given-up', marking: null, problem: problem ?? died.report() };
  }
  if (state.outcome === 'refused') return { what: 'publish', outcome: 'refused', marking: null, problem };
  const marking = Marking.safeParse(row.marking);
  if (marking.success) return { what: 'publish', outcome: 'marked', marking: marking.data, problem: null };
  const unreadable = operatorError('run.unreadable', { run: row.id, problem: marking.error.message });
  return { what: 'publish', outcome: 'given-up', marking: null, problem: unreadable.report() };
}

/** The runs. Each change is `nextRunState` applied to the locked row, so that database and state machine cannot differ. */
export function runRows(session: Session, policy: RunPolicy): RunStore {
  const { rows, transaction, now } = session;

  const change = <Result>(
    id: number,
    eventAt: (at: number) => RunEvent,
    extra: Partial<typeof runs.$inferInsert>,
    result: (state: RunState, row: RunRow, tx: Rows) => Promise<Result> | Result,
  ): Promise<Result | null> =>
    transaction(async (tx) => {
      const [found] = await tx
        .select({ row: runs, at: sql`${now()}`.mapWith(runs.queuedAt) })
        .from(runs)
        .where(eq(runs.id, id))
        .for('update');
      if (found === undefined) return null;
      const next = nextRunState(stateOf(found.row), eventAt(found.at.getTime()), policy);
      if (next === null) return null;
      await tx
        .update(runs)
        .set({ ...stateColumns(next), ...stamps(found.row, next, found.at), ...extra })
        .where(eq(runs.id, id));
      return result(next, found.row, tx);
    });

  const changed = async (id: number, eventAt: (at: number) => RunEvent, extra = {}): Promise<boolean> =>
    (await change(id, eventAt, extra, () => true)) ?? false;

  const taken = async (state: RunState, row: RunRow, tx: Rows): Promise<TakenRun | null> => {
    if (state.lease === null) return null;
    const [joined] = await submissionOf(tx, row.id);
    if (joined === undefined) return null;
    const submission = submissionFrom(joined);
    return {
      id: row.id,
      token: state.lease.token,
      kind: row.kind,
      submission,
      task: taskOf(row, state),
      previous: await previousMarking(tx, row),
      attempt: await attemptOf(tx, row),
      history: await historyBefore(tx, row),
      isPublic: joined.pull.isPublic,
      signed: await signedOn(tx, row),
      appealed: await isAppealed(tx, row.pullRequestId),
      challenged: await challengesOf(tx, submission.learner.id),
      recheckStep: await recheckStepOf(tx, row.pullRequestId),
      due: await dueElsewhere(tx, submission),
      peers: await peersOn(tx, row),
      progress: await progressOf(tx, submission.learner.id, submission),
    };
  };

  return {
    take: (id, token) => change(id, (at) => ({ type: 'take', token, at }), { handedAt: null }, taken),
    renew: (id, token) => changed(id, (at) => ({ type: 'renew', token, at })),
    async keepRubric(id, project, rubric) {
      await rows.insert(rubrics).values({ id, project, rubric, firstUsedAt: now() }).onConflictDoNothing();
    },
    marked: (id, token, marking) =>
      changed(id, (at) => ({ type: 'concluded', outcome: 'marked', token, at }), {
        marking: storableJson(marking),
        problem: null,
      }),
    refused: (id, token, problem) =>
      changed(id, (at) => ({ type: 'concluded', outcome: 'refused', token, at }), {
        problem: storableJson(problem),
      }),
    failed: (id, token, problem, notBefore) =>
      change(
        id,
        (at) => ({ type: 'failed', token, at, notBefore }),
        { problem: storableJson(problem), handedAt: null },
        ({ phase, tries }) => ({ phase, tries }),
      ),
    released: (id, token) => changed(id, (at) => ({ type: 'released', token, at }), { handedAt: null }),
    async published(id, token) {
      const ended = await change(
        id,
        (at) => ({ type: 'published', token, at }),
        {},
        async (_state, row, tx) => {
          // Whoever asked for a person, and has mastered it since, need not wait for one.
          const { decision } = Mastered.safeParse(row.marking).data ?? {};
          if (decision === 'mastered') await endAppeal(tx, now, row.pullRequestId);
          return true;
        },
      );
      return ended ?? false;
    },
    unpublished: (id, token, notBefore) =>
      change(
        id,
        (at) => ({ type: 'unpublished', token, at, notBefore }),
        { handedAt: null },
        (state) => state.phase,
      ),
    unreachable: (id, token) => changed(id, (at) => ({ type: 'unreachable', token, at })),
    supersede: (id) => changed(id, () => ({ type: 'superseded' })),
    waiting: (id) => waitingRun(rows, id),

    async announced(id) {
      await rows
        .update(runs)
        .set({ announcedAt: now() })
        .where(and(eq(runs.id, id), isNull(runs.announcedAt)));
    },
  };
}

async function dueElsewhere(tx: Rows, { learner, project }: TakenRun['submission']): Promise<DueProject[]> {
  return (await dueOf(tx, learner.id)).filter((due) => due.project !== project);
}
