import { and, desc, eq, lt, min, or, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { DecisionName } from '../../domain/course/decision.ts';
import { Marking } from '../../domain/results.ts';
import type { Signed } from '../../domain/signed.ts';
import { claimOf } from '../../review/agreement/claim.ts';
import { SECOND } from '../../review/sign-off.ts';
import type { SignOffStore } from '../../review/sign-off-store.ts';
import { endAppeal } from './appeal-rows.ts';
import { isBusy } from './busy.ts';
import { lastRun, shownAt } from './marking-rows.ts';
import { saidLast } from './said-at.ts';
import { claims, pullRequests, runs, signOffs, submissions } from './schema.ts';
import { notifyWork, timeNow } from './session.ts';
import type { Rows, Session } from './session.ts';
import { startRun } from './start-run.ts';
import { toldAttempts } from './told-attempts.ts';

/** A delivery that is tried again and again takes ten minutes at most; then the sweep has to find what it was about. */
const SEEN_WITHIN_MS = 15 * 60_000;

const Marked = z.object({
  decision: DecisionName,
  doubts: Marking.shape.doubts,
  stages: z.array(z.object({ met: z.boolean() })),
  madeWith: z.object({ rubric: z.string() }).optional(),
});

/** What people have said of commits. */
export function signOffRows({ rows, transaction, now }: Session): SignOffStore {
  return {
    async markedWork(repositoryId, number, headSha) {
      const ofHead = and(eq(submissions.headSha, headSha), toldAttempts(rows));
      const last = await lastRun(rows, { repositoryId, number }, ofHead);
      const marked = Marked.safeParse(last?.marking);
      if (last === null || !marked.success) return null;
      return {
        runId: last.runId,
        found: marked.data.decision,
        claimed: claimOf(marked.data),
        rubric: marked.data.madeWith?.rubric ?? null,
        toldAt: await firstTold(rows, last.pullRequestId, ofHead),
      };
    },

    async isShared(repositoryId, number, headSha) {
      const learners = await rows
        .selectDistinct({ learner: pullRequests.learnerId })
        .from(pullRequests)
        .where(
          and(
            eq(pullRequests.repositoryId, repositoryId),
            eq(pullRequests.headSha, headSha),
            or(eq(pullRequests.open, true), eq(pullRequests.number, number)),
          ),
        );
      return learners.length > 1;
    },

    async isFollowed(repositoryId, number) {
      const pulls = await rows
        .select({ id: pullRequests.id })
        .from(pullRequests)
        .where(and(eq(pullRequests.repositoryId, repositoryId), eq(pullRequests.number, number)));
      return pulls.length > 0;
    },

    async willBeMarked({ repositoryId, number, headSha }, verdictAt) {
      const [pull] = await rows
        .select({ id: pullRequests.id, headSha: pullRequests.headSha })
        .from(pullRequests)
        .where(and(eq(pullRequests.repositoryId, repositoryId), eq(pullRequests.number, number)));
      if (pull?.headSha === headSha) return isBusy(rows, pull.id);
      return (await timeNow(rows, now)) - verdictAt < SEEN_WITHIN_MS;
    },

    async decisionOn(repositoryId, number, headSha) {
      const ofHead = and(eq(submissions.headSha, headSha), toldAttempts(rows));
      const last = await lastRun(rows, { repositoryId, number }, ofHead);
      const marked = Marked.safeParse(last?.marking);
      if (last === null || !marked.success) return null;
      const signed = await signedOn(rows, last);
      return signed?.holds === true ? signed.says : marked.data.decision;
    },

    shownAt: (repositoryId, number, at) => shownAt(rows, { repositoryId, number }, at),

    keep: ({ runId, found, claimed, rubric }, { says, why, by, at }, source) =>
      transaction(async (tx) => {
        const [run] = await tx
          .select({ pullRequestId: runs.pullRequestId, submissionId: runs.submissionId })
          .from(runs)
          .innerJoin(pullRequests, eq(pullRequests.id, runs.pullRequestId))
          .where(eq(runs.id, runId))
          .for('update', { of: pullRequests });
        if (run === undefined) return 'busy';
        if (await isBusy(tx, run.pullRequestId)) return 'busy';
        const kept = await tx
          .insert(signOffs)
          .values({
            submissionId: run.submissionId,
            source: source.kind,
            sourceId: source.id,
            byId: by.id,
            byLogin: by.login,
            says,
            why,
            found,
            claimed,
            rubric,
            saidAt: new Date(at),
            at: now(),
          })
          .onConflictDoNothing()
          .returning({ id: signOffs.id });
        if (kept.length === 0) return 'known';
        // What was asked for after it was said, it has not answered: GitHub may deliver late.
        await endAppeal(tx, now, run.pullRequestId, new Date(at + SECOND));
        await tx
          .delete(claims)
          .where(and(eq(claims.pullRequestId, run.pullRequestId), lt(claims.at, new Date(at + SECOND))));
        await startRun(tx, now, {
          ...run,
          kind: 'attempt',
          cause: 'sign-off',
          deliveryId: null,
          republish: runId,
        });
        await notifyWork(tx);
        return 'kept';
      }),
  };
}

/** When the first of the runs of a pull request was told of which something holds: ms since 1970. */
async function firstTold(rows: Rows, pullRequestId: number, holds: SQL | undefined): Promise<number | null> {
  const [first] = await rows
    .select({ at: min(runs.endedAt) })
    .from(runs)
    .innerJoin(submissions, eq(submissions.id, runs.submissionId))
    .where(and(eq(runs.pullRequestId, pullRequestId), holds));
  return first?.at?.getTime() ?? null;
}

/** The last word of a person on a commit; where there is none, on its pull request; null where nobody has said anything. */
export async function signedOn(
  rows: Rows,
  { pullRequestId, submissionId }: { pullRequestId: number; submissionId: number },
): Promise<Signed | null> {
  const [last] = await rows
    .select({
      says: signOffs.says,
      why: signOffs.why,
      by: signOffs.byLogin,
      submissionId: signOffs.submissionId,
    })
    .from(signOffs)
    .innerJoin(submissions, eq(submissions.id, signOffs.submissionId))
    .where(eq(submissions.pullRequestId, pullRequestId))
    .orderBy(desc(eq(signOffs.submissionId, submissionId)), ...saidLast)
    .limit(1);
  if (last === undefined) return null;
  const { submissionId: about, ...signed } = last;
  return { ...signed, holds: about === submissionId };
}

/** What a person has said last of a learner's work on a project, whichever commit it was about; null where nobody has. */
export async function lastSaid(
  rows: Rows,
  { learner, project }: { learner: number; project: string },
): Promise<Signed['says'] | null> {
  const [last] = await rows
    .select({ says: signOffs.says })
    .from(signOffs)
    .innerJoin(submissions, eq(submissions.id, signOffs.submissionId))
    .innerJoin(pullRequests, eq(pullRequests.id, submissions.pullRequestId))
    .where(and(eq(pullRequests.learnerId, learner), eq(pullRequests.project, project)))
    .orderBy(...saidLast)
    .limit(1);
  return last?.says ?? null;
}

/** What people have said last of the commits of a learner, by project and commit. */
export async function verdictsOn(rows: Rows, learner: number): Promise<Map<string, Signed['says']>> {
  const said = await rows
    .select({ project: pullRequests.project, headSha: submissions.headSha, says: signOffs.says })
    .from(signOffs)
    .innerJoin(submissions, eq(submissions.id, signOffs.submissionId))
    .innerJoin(pullRequests, eq(pullRequests.id, submissions.pullRequestId))
    .where(eq(pullRequests.learnerId, learner))
    .orderBy(...saidLast);
  // The first of a commit counts: it was said last.
  return new Map(said.toReversed().map(({ project, headSha, says }) => [`${project} ${headSha}`, says]));
}
