import type { Logger } from 'pino';
import type { HandStore, WorkToHand } from './hand-store.ts';
import { startLoop } from './loop.ts';
import type { Call, WakeUpLine } from './wake-up-line.ts';

export interface RelayDeps {
  hand: HandStore;
  line: WakeUpLine;
  log: Logger;
}

/** Times in milliseconds. */
export interface RelaySettings {
  /** How often to look where nobody says that there is work. */
  pollMs: number;
  /** Work that was handed on this long ago and is still there is handed on again: the line may have lost it. */
  againAfterMs: number;
  announceAfterMs: number;
}

/** At most so many of each kind are handed on at a time. */
const limit = 200;

const intakeCalls = ({ deliveries, announcements }: WorkToHand): Call[] => [
  ...deliveries.map((delivery) => ({
    name: `delivery-${delivery}`,
    wakeUp: { about: 'delivery' as const, delivery },
  })),
  ...announcements.map((run) => ({
    name: `announcement-${run}`,
    wakeUp: { about: 'announcement' as const, run },
  })),
];

// The tries are in the name: the call of a worker that died may still be on the line, and must not stand in for a new one.
const markingCalls = ({ runs }: WorkToHand): Call[] =>
  runs.map(({ id, tries, publishTries }) => ({
    name: `run-${id}-${tries}-${publishTries}`,
    wakeUp: { about: 'run' as const, run: id },
  }));

/**
 * Puts on the line what the database says there is to do, and goes on doing so until it is done: a call that was lost
 * (Redis was killed, emptied, or never there) is made again. Several relays may do the same; a name is on the line once.
 */
export async function startRelay(
  { hand, line, log }: RelayDeps,
  { pollMs, againAfterMs, announceAfterMs }: RelaySettings,
): Promise<{ stop(): Promise<void> }> {
  let everything = false;

  const work = async (): Promise<boolean> => {
    const all = everything;
    everything = false;
    try {
      const found = await hand.toHand({ againAfterMs: all ? 0 : againAfterMs, announceAfterMs, limit });
      const calls = { intake: intakeCalls(found), marking: markingCalls(found) };
      if (calls.intake.length > 0) await line.call('intake', calls.intake);
      if (calls.marking.length > 0) await line.call('marking', calls.marking);
      await hand.handed(found);
      return !all && (found.deliveries.length === limit || found.runs.length === limit);
    } catch (error) {
      everything ||= all;
      throw error;
    }
  };

  const loop = startLoop({
    name: 'relay',
    work,
    idleMs: pollMs,
    firstPauseMs: 250,
    longestPauseMs: 2_000,
    log,
  });
  line.onRestored(() => {
    everything = true;
    loop.wake();
  });
  const stopListening = await hand.onWork(() => {
    loop.wake();
  });
  return {
    async stop() {
      await stopListening();
      await loop.stop();
    },
  };
}
