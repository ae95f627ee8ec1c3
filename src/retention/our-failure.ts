import { GitHubError } from '../domain/errors/github.ts';
import { TouchstoneError } from '../domain/errors/touchstone-error.ts';
import type { RetentionDeps } from './retention-deps.ts';

/** What GitHub has no more, or does not show to us any more. */
export function hasGone(error: unknown): boolean {
  return error instanceof TouchstoneError && error.code === 'github.gone';
}

/** What cannot be had any more will not come back; any other failure is ours, or the school has yet to grant what it takes. */
export function isGone(error: unknown): boolean {
  return error instanceof TouchstoneError && (error.audience === 'learner' || hasGone(error));
}

export const notMarked = (): Error => new Error('the work of a re-check could not be marked');

/**
 * Works on one re-check. A failure of ours takes nothing from its learner and holds up no other re-check: this one is put off, a while
 * longer each time. Rejects where nothing can be done for anybody: the process ends, the database or GitHub's limit is reached.
 */
export async function orPostpone(
  id: number,
  { store, log }: Pick<RetentionDeps, 'store' | 'log'>,
  signal: AbortSignal,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (signal.aborted || (error instanceof GitHubError && error.retryAt !== null)) throw error;
    log.warn({ err: error, recheck: id }, 'a re-check is put off');
    await store.postpone(id);
  }
}
