import type { Logger } from 'pino';
import type { PersonStore } from '../person-store.ts';
import { dueFor, erasedAt, type Keeping } from './keeping.ts';
import type { KeepingStore } from './keeping-store.ts';

interface KeepDeps {
  keeping: Keeping;
  store: KeepingStore;
  people: Pick<PersonStore, 'erase'> & { purge(): Promise<void> };
  /** The numbers of everybody whom the school has in its roster. */
  there: () => Promise<Pick<ReadonlySet<number>, 'has'>>;
  log: Logger;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Warns staff of what is to be erased because it has been kept long enough, and erases what they were warned of in time. */
export async function goKeepRound(
  { keeping, store, people, there, log }: KeepDeps,
  signal: AbortSignal,
): Promise<void> {
  const now = await store.now();
  const quiet = await store.quietSince(now - (keeping.days - keeping.warningDays) * DAY_MS);
  const isThere = await there();
  const counts = { warn: 0, forgive: 0, erase: 0, nothing: 0 };
  for (const each of quiet) {
    signal.throwIfAborted();
    const due = dueFor(each, keeping, now, isThere.has(each.id));
    counts[due] += 1;
    // The school may have changed how long it keeps things since: staff see the time as it is now.
    if (due === 'warn' || (due === 'nothing' && each.warnedAt !== null))
      await store.warned(each.id, erasedAt(each, keeping, now));
    if (due === 'forgive') await store.forgiven(each.id);
    if (due === 'erase') await people.erase(each.id);
  }
  if (counts.erase > 0) await people.purge();
  if (counts.warn + counts.erase > 0)
    log.info({ warned: counts.warn, erased: counts.erase }, 'looked at what has been kept long enough');
}
