import type { Logger } from 'pino';
import type { ChoreStore } from './chore-store.ts';
import type { DeliveryStore } from './delivery-store.ts';
import { look, record } from './look.ts';
import type { LookDeps } from './look.ts';

export const sweepChore = 'sweep';

/** A sweep that failed is tried again after this, not only when the next one is due. */
const afterFailureMs = 60_000;

export interface SweepDeps extends LookDeps {
  deliveries: DeliveryStore;
  chores: ChoreStore;
  log: Logger;
}

/** What a sweep found. */
export interface SweepResult {
  looked: number;
  started: number;
}

/**
 * Looks at every open pull request and starts what is missing: whatever was lost on the way here (deliveries that never
 * came, deliveries that could not be read, whole hours in which nobody was home) is found here. Events only make it faster.
 *
 * @param keepPayloadsMs how long the payloads of deliveries are kept: they name people
 */
async function sweep(deps: SweepDeps, keepPayloadsMs: number, signal: AbortSignal): Promise<SweepResult> {
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
  return result;
}

/** Sweeps if it is time and nobody else does. Resolves to null where there was nothing to do, or it failed. */
export async function sweepWhenDue(
  deps: SweepDeps,
  { everyMs, keepPayloadsMs }: { everyMs: number; keepPayloadsMs: number },
  signal: AbortSignal,
): Promise<SweepResult | null> {
  if (!(await deps.chores.claim(sweepChore, everyMs))) return null;
  try {
    const result = await sweep(deps, keepPayloadsMs, signal);
    await deps.chores.finish(sweepChore);
    deps.log.info(result, 'swept');
    return result;
  } catch (error) {
    // Also where the process is ending: another one then does it.
    await deps.chores.request(sweepChore, signal.aborted ? 0 : afterFailureMs);
    if (!signal.aborted) deps.log.warn({ err: error }, 'the sweep failed and is tried again');
    return null;
  }
}
