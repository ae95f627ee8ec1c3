import { GitHubError } from '../../domain/errors/github.ts';
import type { Report } from '../../domain/report.ts';
import { planCheck, planComment, shownCheck } from '../publish-plan.ts';
import type { PullRequestWriter } from '../pull-request-writer.ts';
import type { OpenToAll, PublicityStore, ToldResult } from './publicity-store.ts';

export interface HidingDeps {
  store: PublicityStore;
  writer: Pick<
    PullRequestWriter,
    'checks' | 'updateCheck' | 'comments' | 'createComment' | 'updateComment' | 'deleteComment'
  >;
  /** What everybody may see of a result; null where its project is known no more. */
  summaryOf: (told: ToldResult) => Report | null;
}

/**
 * Rewrites what stands on pull requests that have become public: of every check and comment the summary is left. Whatever is said from then
 * on is a summary from the start. GitHub lets nobody take back an annotation in the code; that is in the operator's guide.
 */
export async function hideDetails({ store, ...deps }: HidingDeps, signal: AbortSignal): Promise<void> {
  for (const each of await store.toHide()) {
    signal.throwIfAborted();
    try {
      await hideOn(each, deps, signal);
    } catch (error) {
      // What we cannot reach any more cannot be changed by us.
      if (!(error instanceof GitHubError) || !['github.gone', 'github.forbidden'].includes(error.code))
        throw error;
    }
    await store.hidden(each.id);
  }
}

async function hideOn(
  { pull, told }: OpenToAll,
  { writer, summaryOf }: Omit<HidingDeps, 'store'>,
  signal: AbortSignal,
): Promise<void> {
  for (const each of told) {
    const report = summaryOf(each);
    const written = shownCheck(await writer.checks(pull, each.headSha, signal));
    if (report === null || written === null) continue;
    for (const request of planCheck(report.check, written, []))
      await writer.updateCheck(pull, written.id, request, signal);
  }
  const last = told.at(-1);
  const body = (last === undefined ? null : summaryOf(last))?.comment;
  if (body === undefined || body === null) return;
  for (const write of planComment(body, await writer.comments(pull, signal))) {
    // Where there is no comment none is made: somebody has taken it away.
    if (write.do === 'update-comment') await writer.updateComment(pull, write.id, write.body, signal);
    if (write.do === 'delete-comment') await writer.deleteComment(pull, write.id, signal);
  }
}
