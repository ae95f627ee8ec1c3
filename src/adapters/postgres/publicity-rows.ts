import { and, asc, eq, inArray, isNull, lte, ne, notExists, or } from 'drizzle-orm';
import { Marking } from '../../domain/results.ts';
import { activePhases } from '../../domain/run.ts';
import type { Publicity } from '../../intake/publicity.ts';
import type { PublicityStore, ToldResult } from '../../report/publicity/publicity-store.ts';
import { isAppealed } from './appeal-rows.ts';
import { peersOn } from './peers/seen.ts';
import { recheckStepOf } from './recheck-step.ts';
import { pullRequests, runs, submissions } from './schema.ts';
import { after } from './session.ts';
import type { Rows, Session } from './session.ts';
import { signedOn } from './sign-off-rows.ts';

const isToHide = and(eq(pullRequests.isPublic, true), isNull(pullRequests.detailsHiddenAt));

/**
 * Which pull requests everybody can see.
 *
 * @param penMs how long a pen stays with a holder who says nothing
 */
export function publicityRows({ rows, now }: Session, penMs: number): PublicityStore & Publicity {
  const penOf = (pen: string) => ({ penToken: pen, penUntil: after(now(), penMs) });
  const activeRuns = rows
    .select({ id: runs.id })
    .from(runs)
    .where(and(eq(runs.pullRequestId, pullRequests.id), inArray(runs.phase, [...activePhases])));
  return {
    async setPublic(repositoryId, isPublic) {
      await rows
        .update(pullRequests)
        .set({ isPublic, detailsHiddenAt: null, hideAgainAt: null })
        // Told twice, it is no news: what stands there is looked at once.
        .where(and(eq(pullRequests.repositoryId, repositoryId), ne(pullRequests.isPublic, isPublic)));
    },

    async toHide() {
      const found = await rows
        .select({ id: pullRequests.id })
        .from(pullRequests)
        .where(and(isToHide, or(isNull(pullRequests.hideAgainAt), lte(pullRequests.hideAgainAt, now()))))
        .orderBy(asc(pullRequests.id));
      return found.map(({ id }) => id);
    },

    async take(id, pen) {
      const [taken] = await rows
        .update(pullRequests)
        .set(penOf(pen))
        .where(
          and(
            eq(pullRequests.id, id),
            isToHide,
            or(isNull(pullRequests.penToken), lte(pullRequests.penUntil, now())),
            // What is being said now is a summary; the next round sees to the rest.
            notExists(activeRuns),
          ),
        )
        .returning();
      if (taken === undefined) return null;
      const { installation, owner, repo, repositoryId, number } = taken;
      return {
        id,
        pull: { installation, owner, repo, repositoryId, number },
        told: await toldOn(rows, id),
      };
    },

    async mayWrite(id, pen) {
      const kept = await rows
        .update(pullRequests)
        .set(penOf(pen))
        .where(and(eq(pullRequests.id, id), eq(pullRequests.penToken, pen)))
        .returning({ id: pullRequests.id });
      return kept.length > 0;
    },

    async putDown(id, pen) {
      await rows
        .update(pullRequests)
        .set({ penToken: null, penUntil: null })
        .where(and(eq(pullRequests.id, id), eq(pullRequests.penToken, pen)));
    },

    async hidden(id, pen) {
      await rows
        .update(pullRequests)
        .set({ detailsHiddenAt: now(), hideAgainAt: null })
        .where(and(eq(pullRequests.id, id), eq(pullRequests.penToken, pen)));
    },

    async putOff(id, ms) {
      await rows
        .update(pullRequests)
        .set({ hideAgainAt: after(now(), ms) })
        .where(eq(pullRequests.id, id));
    },
  };
}

/** The last result of each commit of a pull request, whether it was an attempt or practice. */
async function toldOn(rows: Rows, pullRequestId: number): Promise<ToldResult[]> {
  const found = await rows
    .select({
      submissionId: runs.submissionId,
      project: pullRequests.project,
      headSha: submissions.headSha,
      kind: runs.kind,
      marking: runs.marking,
    })
    .from(runs)
    .innerJoin(submissions, eq(submissions.id, runs.submissionId))
    .innerJoin(pullRequests, eq(pullRequests.id, runs.pullRequestId))
    .where(and(eq(runs.pullRequestId, pullRequestId), eq(runs.outcome, 'marked')))
    .orderBy(asc(runs.id));
  const appealed = await isAppealed(rows, pullRequestId);
  const isRecheck = (await recheckStepOf(rows, pullRequestId)) !== null;
  const last = new Map<string, ToldResult>();
  for (const { submissionId, project, headSha, kind, marking } of found) {
    const read = Marking.safeParse(marking);
    if (!read.success) continue;
    const signed = await signedOn(rows, { pullRequestId, submissionId });
    last.delete(headSha);
    last.set(headSha, {
      project,
      headSha,
      draft: kind === 'practice',
      marking: read.data,
      signed,
      appealed,
      isRecheck,
      peers: await peersOn(rows, { pullRequestId, submissionId }),
    });
  }
  return [...last.values()];
}
