import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { activePhases } from '../../domain/run.ts';
import { formId } from '../../intake/form/form-id.ts';
import { planRuns } from '../../intake/plan-runs.ts';
import type { KnownRun } from '../../intake/plan-runs.ts';
import type { Leaving, PullStore, Sighting } from '../../intake/pull-store.ts';
import { pullRequests, rechecks, runs, submissions } from './schema.ts';
import { notifyWork, timeNow } from './session.ts';
import type { Rows, Session } from './session.ts';
import { startRun } from './start-run.ts';
import { toldAttempts } from './told-attempts.ts';

/** Runs beyond these are too old to say anything about what to do now. */
const runsLookedAt = 200;

const refOf = {
  installation: pullRequests.installation,
  owner: pullRequests.owner,
  repo: pullRequests.repo,
  repositoryId: pullRequests.repositoryId,
  number: pullRequests.number,
};

function pullColumns({ state, project, readAt }: Sighting) {
  const { installation, owner, repo } = state.pull;
  return {
    installation,
    owner,
    repo,
    project,
    learnerId: state.learner.id,
    learnerLogin: state.learner.login,
    headSha: state.headSha,
    headOwner: state.headOwner,
    headRepo: state.headRepo,
    draft: state.draft,
    open: state.open,
    isPublic: state.isPublic ?? false,
    seenAt: new Date(readAt),
  };
}

/** Makes or finds the pull request's row, and locks it until the transaction ends. */
async function lockPull(tx: Rows, sighting: Sighting) {
  const { repositoryId, number } = sighting.state.pull;
  const [row] = await tx
    .insert(pullRequests)
    .values({
      repositoryId,
      number,
      ...pullColumns(sighting),
      // Where everybody could see it from the start, nothing but summaries was ever said.
      detailsHiddenAt: sighting.state.isPublic === true ? new Date(sighting.readAt) : null,
    })
    .onConflictDoUpdate({
      target: [pullRequests.repositoryId, pullRequests.number],
      set: { number: sql`excluded.number` },
    })
    .returning({ id: pullRequests.id, seenAt: pullRequests.seenAt, project: pullRequests.project });
  if (row === undefined) throw new Error('an upsert of a pull request returned no row');
  return row;
}

async function submissionOf(tx: Rows, pullRequestId: number, sighting: Sighting, session: Session) {
  const { state } = sighting;
  const [row] = await tx
    .insert(submissions)
    .values({
      pullRequestId,
      headSha: state.headSha,
      // Where the fork is gone, its commits are still reachable in the base repository.
      headOwner: state.headOwner ?? state.pull.owner,
      headRepo: state.headRepo ?? state.pull.repo,
      firstSeenAt: session.now(),
    })
    .onConflictDoUpdate({
      target: [submissions.pullRequestId, submissions.headSha],
      set: { headOwner: sql`excluded.head_owner`, headRepo: sql`excluded.head_repo` },
    })
    .returning({ id: submissions.id });
  if (row === undefined) throw new Error('an upsert of a submission returned no row');
  return row.id;
}

const whenActive = inArray(runs.phase, [...activePhases]);

async function knownRuns(tx: Rows, pullRequestId: number): Promise<KnownRun[]> {
  // Active runs are locked first, so that none of them ends between planning and acting.
  await tx
    .select({ id: runs.id })
    .from(runs)
    .where(and(eq(runs.pullRequestId, pullRequestId), whenActive))
    .for('update');
  const found = await tx
    .select({
      id: runs.id,
      headSha: submissions.headSha,
      kind: runs.kind,
      phase: runs.phase,
      outcome: runs.outcome,
      mastered: sql<boolean>`coalesce(${runs.marking} ->> 'decision' = 'mastered', false)`,
      endedAt: runs.endedAt,
      form: sql<string | null>`${runs.problem} ->> 'form'`,
      deliveryId: runs.deliveryId,
    })
    .from(runs)
    .innerJoin(submissions, eq(submissions.id, runs.submissionId))
    .where(eq(runs.pullRequestId, pullRequestId))
    .orderBy(desc(runs.id))
    .limit(runsLookedAt);
  return found.map((run) => ({ ...run, endedAt: run.endedAt?.getTime() ?? null }));
}

/**
 * Whether an attempt of a pull request was told. It then stays one at the project that it was assessed by, whatever its repository is
 * called later: a learner is often an admin of it, and what they have shown of one project they have not shown of another.
 */
async function isAssessed(tx: Rows, pullRequestId: number): Promise<boolean> {
  const told = await tx
    .select({ id: runs.id })
    .from(runs)
    .where(and(eq(runs.pullRequestId, pullRequestId), toldAttempts(tx)))
    .limit(1);
  return told.length > 0;
}

function matching(leaving: Leaving) {
  switch (leaving.what) {
    case 'pull-request':
      return and(
        eq(pullRequests.repositoryId, leaving.repositoryId),
        eq(pullRequests.number, leaving.number),
      );
    case 'repositories':
      return inArray(pullRequests.repositoryId, leaving.ids);
    case 'installation':
      return eq(pullRequests.installation, leaving.id);
  }
}

export function pullRows(session: Session): PullStore {
  const { rows, transaction, now } = session;
  const supersede = (tx: Rows, which: SQL) =>
    tx
      .update(runs)
      .set({ phase: 'superseded', leaseToken: null, leaseExpiresAt: null, endedAt: now() })
      .where(and(which, whenActive))
      .returning({ id: runs.id });

  return {
    now: () => timeNow(rows, now),

    see: (sighting) =>
      transaction(async (tx) => {
        const pull = await lockPull(tx, sighting);
        if (pull.seenAt.getTime() > sighting.readAt) return { stale: true, started: null, superseded: [] };
        const project = (await isAssessed(tx, pull.id)) ? pull.project : sighting.project;
        await tx
          .update(pullRequests)
          .set({
            ...pullColumns(sighting),
            project,
            // Once everybody can see it, what stands there is looked at once.
            detailsHiddenAt: sql`case when ${pullRequests.isPublic} then ${pullRequests.detailsHiddenAt} end`,
          })
          .where(eq(pullRequests.id, pull.id));
        // What is being found by the tests of one project says nothing of another.
        const strays = project === pull.project ? [] : await supersede(tx, eq(runs.pullRequestId, pull.id));
        const { recheck } = sighting.state;
        if (recheck !== undefined)
          await tx.update(rechecks).set({ pullRequestId: pull.id }).where(eq(rechecks.id, recheck));
        const plan = planRuns({
          ...sighting.state,
          form: formId(sighting.state.form),
          runs: await knownRuns(tx, pull.id),
          cause: sighting.cause,
          deliveryId: sighting.deliveryId,
          now: await timeNow(tx, now),
        });
        if (plan.supersede.length > 0) await supersede(tx, inArray(runs.id, plan.supersede));
        const superseded = [...strays.map(({ id }) => id), ...plan.supersede];
        if (plan.start === null) return { stale: false, started: null, superseded };
        const submissionId = await submissionOf(tx, pull.id, sighting, session);
        const started = await startRun(tx, now, {
          pullRequestId: pull.id,
          submissionId,
          cause: sighting.cause,
          deliveryId: sighting.deliveryId,
          ...plan.start,
        });
        await notifyWork(tx);
        return { stale: false, started, superseded };
      }),

    leave: (leaving) =>
      transaction(async (tx) => {
        const left = await tx
          .update(pullRequests)
          .set({ open: false, seenAt: now() })
          .where(matching(leaving))
          .returning({ id: pullRequests.id });
        if (left.length === 0) return 0;
        const ids = left.map((pull) => pull.id);
        return (await supersede(tx, inArray(runs.pullRequestId, ids))).length;
      }),

    async rename(repositoryId, name) {
      await rows.update(pullRequests).set(name).where(eq(pullRequests.repositoryId, repositoryId));
    },

    openNotSeenSince: (seenBefore) =>
      rows
        .select(refOf)
        .from(pullRequests)
        .where(and(eq(pullRequests.open, true), lt(pullRequests.seenAt, new Date(seenBefore)))),

    async recheckedWork(id, repositoryId) {
      const [row] = await rows
        .select({
          learner: { id: pullRequests.learnerId, login: pullRequests.learnerLogin },
          project: pullRequests.project,
        })
        .from(rechecks)
        .innerJoin(submissions, eq(submissions.id, rechecks.submissionId))
        .innerJoin(pullRequests, eq(pullRequests.id, submissions.pullRequestId))
        .where(and(eq(rechecks.id, id), eq(pullRequests.repositoryId, repositoryId)));
      return row ?? null;
    },

    async find(repositoryId, number) {
      const [row] = await rows
        .select({ pull: refOf, headSha: pullRequests.headSha })
        .from(pullRequests)
        .where(
          and(
            eq(pullRequests.repositoryId, repositoryId),
            eq(pullRequests.number, number),
            eq(pullRequests.open, true),
          ),
        );
      return row ?? null;
    },
  };
}
