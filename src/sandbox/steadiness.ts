import type { Clock } from '../domain/clock.ts';

const BEAT_MS = 1_000;

/** Watches a run for what the submission cannot help: that this process or the engine of the containers stood still. */
export interface Steadiness {
  /** The longest standstill so far, ms. */
  longestMs(): number;
  stop(): void;
}

/**
 * Both are asked for a sign of life each second. A process that was stopped beats late; an engine that hangs, or the way
 * to it, answers the pulse late. A pulse that fails is no standstill: then calls fail, and say so.
 */
export function watchSteadiness(pulse: () => Promise<unknown>, clock: Clock): Steadiness {
  let longest = 0;
  let beatAt = clock.now();
  let askedAt: number | null = null;
  const since = (at: number) => {
    longest = Math.max(longest, clock.now() - at);
  };
  const heard = () => {
    if (askedAt !== null) since(askedAt);
    askedAt = null;
  };
  const beat = () => {
    since(beatAt + BEAT_MS);
    beatAt = clock.now();
    if (askedAt !== null) return;
    askedAt = clock.now();
    pulse().then(heard, heard);
  };
  const timer = setInterval(beat, BEAT_MS);
  return {
    longestMs: () => {
      since(beatAt + BEAT_MS);
      if (askedAt !== null) since(askedAt);
      return longest;
    },
    stop: () => {
      clearInterval(timer);
    },
  };
}
