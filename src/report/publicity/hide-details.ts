import type { Logger } from 'pino';
import { GitHubError } from '../../domain/errors/github.ts';
import type { Report } from '../../domain/report.ts';
import { COMMENT_MARKER } from '../marker.ts';
import { planCheck, shownCheck } from '../publish-plan.ts';
import type { PullRequestWriter } from '../pull-request-writer.ts';
import type { OpenToAll, PublicityStore, ToldResult } from './publicity-store.ts';

export interface HidingDeps {
  store: PublicityStore;
  writer: Pick<PullRequestWriter, 'checks' | 'updateCheck' | 'comments' | 'createComment' | 'deleteComment'>;
  /** What everybody may see of a result. */
  summaryOf: (told: ToldResult) => Report;
  newToken: () => string;
  log: Logger;
}

/** While one of these lasts, it is the same everywhere: the round is tried again later. */
const PASSING: readonly GitHubError['code'][] = [
  'github.rate-limited',
  'github.unavailable',
  'github.unauthorized',
];

/**
 * What we cannot reach now cannot be changed by us, and still stands there: whoever has taken us out may let us in again. It may last for
 * ever, so it is not asked for every ten minutes.
 */
const OUT_OF_REACH: readonly GitHubError['code'][] = ['github.gone', 'github.forbidden'];
const OUT_OF_REACH_MS = 6 * 60 * 60_000;

/**
 * Rewrites what stands on pull requests that have become public: of every check and of the comment the summary is left, and nothing of
 * any other comment of ours. Whatever is said from then on is a summary from the start. It holds the pull request's pen, so that no
 * newer result is told meanwhile. One that fails holds up no other, and is tried again with a later round. GitHub lets nobody take back an
 * annotation in the code; that is in the operator's guide.
 */
export async function hideDetails(deps: HidingDeps, signal: AbortSignal): Promise<void> {
  const { store, log } = deps;
  for (const id of await store.toHide()) {
    signal.throwIfAborted();
    const pen = deps.newToken();
    const each = await store.take(id, pen);
    if (each === null) continue;
    try {
      if (await hideOn(each, pen, deps, signal)) await store.hidden(id, pen);
    } catch (error) {
      if (!(error instanceof GitHubError) || PASSING.includes(error.code)) throw error;
      if (OUT_OF_REACH.includes(error.code)) await store.putOff(id, OUT_OF_REACH_MS);
      const { repositoryId, number } = each.pull;
      log.warn(
        { err: error, repository: repositoryId, number },
        'what stands on a pull request that everybody can see could not be cut, and is the next time',
      );
    } finally {
      await store.putDown(id, pen).catch((error: unknown) => {
        log.debug({ err: error }, 'the pen is lost by itself in a moment');
      });
    }
  }
}

/** Resolves to false where somebody else has taken the pen: they write now, and the rest is for the next round. */
async function hideOn(
  { id, pull, told }: OpenToAll,
  pen: string,
  { writer, summaryOf, store }: HidingDeps,
  signal: AbortSignal,
): Promise<boolean> {
  for (const each of told) {
    const written = shownCheck(await writer.checks(pull, each.headSha, signal));
    if (written === null) continue;
    for (const request of planCheck(summaryOf(each).check, written, [])) {
      if (!(await store.mayWrite(id, pen))) return false;
      await writer.updateCheck(pull, written.id, request, signal);
    }
  }
  const ours = await writer.comments(pull, signal);
  const last = told.at(-1);
  const body = last === undefined ? null : summaryOf(last).comment;
  // GitHub shows everybody what an edited comment said before: so it is said anew, and the old one is deleted. Where there is none, none
  // is made: somebody has taken it away.
  const reports = ours.filter((comment) => comment.body.startsWith(COMMENT_MARKER));
  if (body !== null && reports.length > 0) {
    if (!(await store.mayWrite(id, pen))) return false;
    await writer.createComment(pull, body, signal);
  }
  // Answers may hold evidence, and hints to reviewers are for their eyes. Without a result a report has said nothing of the work.
  const kept = body === null ? reports : [];
  for (const comment of ours) {
    if (kept.includes(comment)) continue;
    if (!(await store.mayWrite(id, pen))) return false;
    await writer.deleteComment(pull, comment.id, signal);
  }
  return true;
}
