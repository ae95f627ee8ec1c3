import type { Days } from '../../domain/people/calendar.ts';
import { dayIn } from '../../domain/people/leave.ts';
import { isStaff } from '../../domain/people/rights.ts';
import type { Roster, Standing } from '../../domain/people/roster.ts';
import { accountsBehind, hadAHand, type Maker } from '../involved.ts';
import { ANSWER_WITHIN_MS } from './plan.ts';

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
  if (standing === undefined || isStaff(standing)) return false;
  const { roles } = standing;
  return (roles.has('learner') || roles.has('tutor')) && mastered.has(id) && !involved.has(id);
}

/**
 * The peers who may be asked now: nobody who is on leave, or begins it before an answer is due.
 *
 * @param holidays days on which nobody of a cohort is expected to work
 */
export function peersToAsk(
  facts: PeersOf,
  now: number,
  holidays: (cohort: string) => readonly Days[] = () => [],
): number[] {
  return [...facts.roster]
    .filter(([id, standing]) => isPeer(id, facts) && isThere(standing, now, holidays))
    .map(([id]) => id);
}

/** Whether somebody is expected to work from now until an answer is due, by the calendar where they live. */
export function isThere(
  { leave, cohort, timeZone }: Standing,
  now: number,
  holidays: (cohort: string) => readonly Days[] = () => [],
): boolean {
  const first = dayIn(timeZone, now);
  const last = dayIn(timeZone, now + ANSWER_WITHIN_MS);
  const away = [...leave, ...(cohort === null ? [] : holidays(cohort))];
  return !away.some(({ from, to }) => from <= last && first <= to);
}
