import type { Logger } from 'pino';
import type { DeliveryStore } from './delivery-store.ts';
import { look, record } from './look.ts';
import type { LookDeps } from './look.ts';

/** Its name among the rounds (`marking/rounds.ts`). */
export const sweepChore = 'sweep';

export interface SweepDeps extends LookDeps {
  deliveries: DeliveryStore;
  log: Logger;
}

/**
 * Looks at every open pull request and starts what is missing: whatever was lost on the way here (deliveries that never
 * came, deliveries that could not be read, whole hours in which nobody was home) is found here. Events only make it faster.
 *
 * @param keepPayloadsMs how long the payloads of deliveries are kept: they name people
 */
export async function sweep(deps: SweepDeps, keepPayloadsMs: number, signal: AbortSignal): Promise<void> {
  const why = { cause: 'sweep' as const, deliveryId: null };
  const result = { looked: 0, started: 0 };
  // Lists are read in pages ahead of us, so all of it counts as read when the sweep began: a look since then is newer.
  const readAt = await deps.pulls.now();
  for await (const state of deps.reader.openPullRequests(signal)) {
    signal.throwIfAborted();
    const looked = await record(state, readAt, why, deps);
    result.looked += 1;
    if (looked.found === 'seen' && looked.seen.started !== null) result.started += 1;
  }
  // Open by our records, but not in the lists: closed, or out of our sight, and the delivery that said so was lost.
  for (const pull of await deps.pulls.openNotSeenSince(readAt)) {
    signal.throwIfAborted();
    await look(pull, why, null, deps, signal);
  }
  await deps.deliveries.cutPayloads(keepPayloadsMs);
  deps.log.info({ looked: result.looked, started: result.started }, 'swept');
}
