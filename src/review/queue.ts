import type { WaitingWork } from '../domain/waiting-work.ts';
import { holds } from './claim.ts';

/** One reason for the place of something in the queue, in points. */
export interface Need {
  reason: 'appeal' | 'waiting' | 'help' | 'misses' | 'peers' | 'due';
  /** Below zero where it can wait. */
  points: number;
}

export interface QueueItem extends WaitingWork {
  /** Largest first. */
  needs: readonly Need[];
  /** The sum of the points. */
  need: number;
  /** Whether somebody looks at it now, or it is to be seen again later. It waits all the same. */
  state: 'waiting' | 'claimed' | 'snoozed';
}

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Points, of which a day of waiting is one: work that waits moves up by itself, so nobody is ever left at the end of the queue.
 * Somebody who has been given every way to it and is still stuck cannot go on without a person, and comes before what is a day or
 * two older; each further miss from the third on says the same more urgently (brief, 'struggle and stalls'). Whoever asks for a
 * person comes before everything else: a hundred days of waiting are more than anything ever has.
 */
const POINTS = {
  appeal: 100,
  day: 1,
  help: 2,
  miss: 0.25,
  missesForNothing: 2,
  // The two days that peers have: until then what they say is better waited for.
  peersLook: -2,
  // Nobody is held up by it, so it does not grow with time: it stays below what has come this hour.
  dueMiss: 0.01,
} as const;

/** What waits for staff, in order of need; what is equal, the oldest first. Pure: the needs come from their inputs alone. */
export function queueOf(work: readonly WaitingWork[], now: number): QueueItem[] {
  return work
    .map((each) => {
      const needs = needsOf(each, now);
      const need = needs.reduce((sum, { points }) => sum + points, 0);
      return { ...each, needs, need, state: stateOf(each, now) };
    })
    .toSorted((a, b) => b.need - a.need || a.since - b.since);
}

/** What came after it was put off (another push, a question for a person) was not put off with it. */
function stateOf({ claim, snooze, since }: WaitingWork, now: number): QueueItem['state'] {
  if (snooze !== null && now < snooze.until && since <= snooze.at) return 'snoozed';
  return claim !== null && holds(claim, now) ? 'claimed' : 'waiting';
}

function needsOf({ since, waitsFor, misses, peers }: WaitingWork, now: number): Need[] {
  if (waitsFor === 'due') return [{ reason: 'due', points: misses * POINTS.dueMiss }];
  const all: Need[] = [
    { reason: 'appeal', points: waitsFor === 'appeal' ? POINTS.appeal : 0 },
    { reason: 'waiting', points: (Math.max(0, now - since) / DAY_MS) * POINTS.day },
    { reason: 'help', points: waitsFor === 'help' ? POINTS.help : 0 },
    { reason: 'misses', points: Math.max(0, misses - POINTS.missesForNothing) * POINTS.miss },
    { reason: 'peers', points: isLookedAt(peers, now) && waitsFor === 'sign-off' ? POINTS.peersLook : 0 },
  ];
  return all.filter(({ points }) => points !== 0).toSorted((a, b) => b.points - a.points);
}

const isLookedAt = ({ looking, until }: WaitingWork['peers'], now: number): boolean =>
  looking > 0 && until !== null && now < until;
