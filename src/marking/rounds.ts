import type { Logger } from 'pino';
import type { ChoreStore } from '../intake/chore-store.ts';
import { type Loop, startLoop } from './loop.ts';

/**
 * Work that one worker does for all of them from time to time: whatever depends on time alone, and comes by no delivery. The
 * database says when it was last begun (`chores`), so that a round which was missed is made up once, by whichever worker is there.
 */
export interface Round {
  /** Its name in the database. */
  name: string;
  /** Milliseconds from the beginning of one to the beginning of the next. */
  everyMs: number;
  /** A worker that starts does it unless somebody has begun it less than this ago; by default it waits for its turn like the others. */
  atStartAfterMs?: number;
  /** Done twice, or broken off in the middle, it must do no harm: it looks at what there is to do. */
  work: (signal: AbortSignal) => Promise<void>;
}

interface RoundDeps {
  chores: ChoreStore;
  log: Logger;
}

/** A round that failed is tried again after this, not only when the next one is due. */
const AFTER_FAILURE_MS = 60_000;

/** Goes on a round if it is time and nobody else does. */
async function goWhenDue(
  { name, work }: Round,
  everyMs: number,
  { chores, log }: RoundDeps,
  signal: AbortSignal,
): Promise<void> {
  if (!(await chores.claim(name, everyMs))) return;
  try {
    await work(signal);
    await chores.finish(name);
    log.debug({ round: name }, 'a round was made');
  } catch (error) {
    // Also where the process is ending: another one then does it.
    await chores.request(name, signal.aborted ? 0 : AFTER_FAILURE_MS);
    if (!signal.aborted) log.warn({ err: error, round: name }, 'a round failed and is tried again');
  }
}

/**
 * Goes on each round when it is due, each by itself: one that takes long holds up no other.
 *
 * @param pollMs how often to ask whether it is time
 */
export function startRounds(rounds: readonly Round[], deps: RoundDeps, pollMs: number): Pick<Loop, 'stop'> {
  const loops = rounds.map((round) => {
    let everyMs = Math.min(round.atStartAfterMs ?? round.everyMs, round.everyMs);
    return startLoop({
      name: round.name,
      work: async (signal) => {
        await goWhenDue(round, everyMs, deps, signal);
        everyMs = round.everyMs;
        return false;
      },
      idleMs: pollMs,
      firstPauseMs: 1_000,
      longestPauseMs: 30_000,
      log: deps.log,
    });
  });
  return {
    async stop() {
      await Promise.all(loops.map((loop) => loop.stop()));
    },
  };
}
