import type { Logger } from 'pino';
import type { DeliveryLog, LoggedDelivery } from './delivery-log.ts';
import type { LogPlace, LostDeliveries } from './lost-store.ts';
import { isWorthAsking } from './said-once.ts';

export interface LostDeps {
  deliveryLog: DeliveryLog;
  lost: LostDeliveries;
  log: Logger;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How far GitHub's log reaches back. */
const LOG_MS = 72 * HOUR;
/** Their times are kept for as long as their payloads: it matters when something was said. */
const KEPT_MS = 7 * 24 * HOUR;
/** Pages of a hundred in a round; the next round goes on where this one stopped. */
const PAGES = 20;
/** Asked for in a round: far below what GitHub lets an App ask for, and what the web process takes in a moment. */
const ASKED = 100;
/** GitHub may put what it tried to send into its log a little later, so each reading goes this far into the one before. */
const OVERLAP_MS = 5 * MINUTE;

/** After having asked: five minutes, ten, twenty ... at most six hours. */
const pauseAfter = (tries: number): number => Math.min(5 * MINUTE * 2 ** tries, 6 * HOUR);

/**
 * Looks through what GitHub has sent since the last time, and asks for what never came: GitHub sends nothing again by itself. A
 * delivery that comes twice makes one row, so asking for too much does no harm.
 */
export async function askForLost(deps: LostDeps, signal: AbortSignal): Promise<void> {
  const found = await readLog(deps, signal);
  if (found > 0) deps.log.warn({ lost: found }, 'deliveries of GitHub never came, and are asked for again');
  for (const { id, guid, tries } of await deps.lost.due(LOG_MS, ASKED)) {
    signal.throwIfAborted();
    if ((await deps.deliveryLog.sendAgain(id, signal)) === 'gone') await deps.lost.giveUp(guid);
    else await deps.lost.asked(guid, pauseAfter(tries));
  }
  await deps.lost.forget(KEPT_MS);
}

/** Reads the log back to where it was read before, or as far as a round goes. Resolves to how many were found lost. */
async function readLog({ deliveryLog, lost }: LostDeps, signal: AbortSignal): Promise<number> {
  let place = await lost.place();
  let found = 0;
  for (let pages = 0; pages < PAGES; pages += 1) {
    signal.throwIfAborted();
    const page = await deliveryLog.page(place.reading?.from ?? null, signal);
    if (page === null) {
      // Where we stopped has left the log, and with it all that came before.
      if (place.reading === null) return found;
      place = { doneUntil: place.reading.until, reading: null };
      await lost.moveTo(place);
      return found;
    }
    found += await lost.note(page.deliveries.filter((each) => mayBeLost(each, place)));
    place = placeAfter(page, place);
    await lost.moveTo(place);
    if (place.reading === null) return found;
  }
  return found;
}

/**
 * What somebody took is missing where the database was set back to an earlier time, or something else answered in our place. An inbox that is
 * new knows of nothing that came before it: then GitHub's word counts.
 */
const mayBeLost = (sent: LoggedDelivery, { doneUntil }: LogPlace): boolean =>
  isWorthAsking(sent) && (!sent.taken || (doneUntil !== null && sent.sentAt > doneUntil));

/** Where the next page is to be read from; nowhere, where this one goes back to what was looked at before, or is the last. */
function placeAfter(
  { deliveries, next }: { deliveries: readonly LoggedDelivery[]; next: string | null },
  { doneUntil, reading }: LogPlace,
): LogPlace {
  const until = reading?.until ?? Math.max(doneUntil ?? 0, ...deliveries.map(({ sentAt }) => sentAt));
  const oldest = Math.min(Number.POSITIVE_INFINITY, ...deliveries.map(({ sentAt }) => sentAt));
  const isDone = next === null || (doneUntil !== null && oldest < doneUntil - OVERLAP_MS);
  return isDone ? { doneUntil: until, reading: null } : { doneUntil, reading: { from: next, until } };
}
