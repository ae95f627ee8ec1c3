import { daysHad, type Holidays, isAway } from '../domain/people/away.ts';
import { isLearner, isStaff, mayLearn } from '../domain/people/rights.ts';
import type { Roster } from '../domain/people/roster.ts';

/** What the school's people are to re-checks, at one time. */
export interface Turns {
  /** Whether somebody is a learner of the school: staff who have tried a project are none, and neither is who has left. */
  isLearner(id: number): boolean;
  isAway(id: number): boolean;
  /** How many whole days somebody had since a time (ms since 1970), without those on which they were away. */
  daysHadSince(id: number, since: number): number;
}

/**
 * So many days after a re-check was begun, or should have been over, whoever is no learner of the school by the roster has left it. Before
 * that the roster may miss them: a file that is being written, a team that GitHub does not show us.
 */
export const ABSENT_DAYS = 7;

/** Of somebody who is in no roster nothing is known. */
const UNKNOWN = { leave: [], cohort: null, timeZone: 'UTC' };

export function turnsAt(now: number, roster: Roster, holidays: Holidays): Turns {
  return {
    isLearner: (id) => {
      const standing = roster.get(id);
      return mayLearn(id, roster) && (standing === undefined || !isStaff(standing) || isLearner(standing));
    },
    isAway: (id) => isAway(roster.get(id) ?? UNKNOWN, now, holidays),
    daysHadSince: (id, since) => daysHad(roster.get(id) ?? UNKNOWN, { from: since, to: now }, holidays),
  };
}
