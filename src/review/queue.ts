import type { WaitingWork } from '../domain/waiting-work.ts';

/** One reason for the place of something in the queue, in points. */
export interface Need {
  reason: 'waiting' | 'help' | 'misses';
  points: number;
}

export interface QueueItem extends WaitingWork {
  /** Largest first. */
  needs: readonly Need[];
  /** The sum of the points. */
  need: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Points, of which a day of waiting is one: work that waits moves up by itself, so nobody is ever left at the end of the queue.
 * Somebody who has been given every way to it and is still stuck cannot go on without a person, and comes before what is a day or
 * two older; each further miss from the third on says the same more urgently (brief, 'struggle and stalls').
 */
const POINTS = { day: 1, help: 2, miss: 0.25, missesForNothing: 2 } as const;

/** What waits for staff, in order of need; what is equal, the oldest first. Pure: the needs come from their inputs alone. */
export function queueOf(work: readonly WaitingWork[], now: number): QueueItem[] {
  return work
    .map((each) => {
      const needs = needsOf(each, now);
      return { ...each, needs, need: needs.reduce((sum, { points }) => sum + points, 0) };
    })
    .toSorted((a, b) => b.need - a.need || a.since - b.since);
}

function needsOf({ since, waitsFor, misses }: WaitingWork, now: number): Need[] {
  const all: Need[] = [
    { reason: 'waiting', points: (Math.max(0, now - since) / DAY_MS) * POINTS.day },
    { reason: 'help', points: waitsFor === 'help' ? POINTS.help : 0 },
    { reason: 'misses', points: Math.max(0, misses - POINTS.missesForNothing) * POINTS.miss },
  ];
  return all.filter(({ points }) => points > 0).toSorted((a, b) => b.points - a.points);
}
