import { and, asc, eq, isNull, ne } from 'drizzle-orm';
import { Marking } from '../../domain/results.ts';
import type { Publicity } from '../../intake/publicity.ts';
import type { OpenToAll, PublicityStore, ToldResult } from '../../report/publicity/publicity-store.ts';
import { isAppealed } from './appeal-rows.ts';
import { isBusy } from './busy.ts';
import { peersOn } from './peers/seen.ts';
import { recheckStepOf } from './recheck-rows.ts';
import { pullRequests, runs, submissions } from './schema.ts';
import type { Rows, Session } from './session.ts';
import { signedOn } from './sign-off-rows.ts';

/** Which pull requests everybody can see. */
export function publicityRows({ rows, now }: Session): PublicityStore & Publicity {
  return {
    async setPublic(repositoryId, isPublic) {
      await rows
        .update(pullRequests)
        .set({ isPublic, detailsHiddenAt: null })
        // Told twice, it is no news: what stands there is looked at once.
        .where(and(eq(pullRequests.repositoryId, repositoryId), ne(pullRequests.isPublic, isPublic)));
    },

    async toHide() {
      const found = await rows
        .select()
        .from(pullRequests)
        .where(and(eq(pullRequests.isPublic, true), isNull(pullRequests.detailsHiddenAt)));
      const all: OpenToAll[] = [];
      for (const { id, installation, owner, repo, repositoryId, number } of found) {
        // What is being said now is a summary; the next round sees to the rest.
        if (await isBusy(rows, id)) continue;
        all.push({
          id,
          pull: { installation, owner, repo, repositoryId, number },
          told: await toldOn(rows, id),
        });
      }
      return all;
    },

    async hidden(id) {
      await rows.update(pullRequests).set({ detailsHiddenAt: now() }).where(eq(pullRequests.id, id));
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
