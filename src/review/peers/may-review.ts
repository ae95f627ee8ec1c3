import { dayIn } from '../../domain/people/calendar.ts';
import { mayBePeer } from '../../domain/people/rights.ts';
import type { Roster, Standing } from '../../domain/people/roster.ts';
import { accountsBehind, hadAHand, type Maker } from '../involved.ts';
import type { SchoolCalendar } from '../../domain/people/school-calendar.ts';
import { answerDue } from './answer-due.ts';

/** What decides who may review a piece of work as a peer. */
export interface PeersOf {
  roster: Roster;
  /** The learners who have mastered the project, a person's last word counted. */
  mastered: ReadonlySet<number>;
  /** The learner whose work it is, and whoever had a hand in it. */
  involved: ReadonlySet<number>;
}

/** Of the people of the school, those who had a hand in some commits, as far as it can be known by number and address. */
export function involvedIn(roster: Roster, makers: readonly Maker[]): Set<number> {
  const byAddress = [...roster].filter(([id, { emails }]) => hadAHand({ id, login: '', emails }, makers));
  return new Set([...accountsBehind(makers), ...byAddress.map(([id]) => id)]);
}

/**
 * Whether somebody's review is a peer's: a learner or a tutor of the school who has mastered the project, and had no hand in the
 * work. What staff say of it is no peer's review.
 */
export function isPeer(id: number, { roster, mastered, involved }: PeersOf): boolean {
  const standing = roster.get(id);
  return standing !== undefined && mayBePeer(standing) && mastered.has(id) && !involved.has(id);
}

/** The peers who may be asked now: nobody who is away. */
export function peersToAsk(facts: PeersOf, now: number, calendar: SchoolCalendar): number[] {
  return [...facts.roster]
    .filter(([id, standing]) => isPeer(id, facts) && isThere(standing, { askedAt: now, now }, calendar))
    .map(([id]) => id);
}

/**
 * From the time of the question on, an answer is waited for no longer than this: two days of work, a weekend and one more free day. Who has
 * more of them before them is away, and somebody else is asked.
 */
const WAIT_AT_MOST_MS = 5 * 24 * 60 * 60 * 1_000;

/** Whether somebody who was asked at a time is expected to answer: not on leave now or before it is due, nor off for long. */
export function isThere(
  standing: Standing,
  { askedAt, now }: { askedAt: number; now: number },
  calendar: SchoolCalendar,
): boolean {
  const due = answerDue(askedAt, standing, calendar);
  if (due - now > WAIT_AT_MOST_MS) return false;
  const first = dayIn(standing.timeZone, now);
  const last = dayIn(standing.timeZone, Math.max(now, due));
  return !standing.leave.some(({ from, to }) => from <= last && first <= to);
}
