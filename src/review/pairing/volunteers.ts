import { drawn } from '../../domain/drawn.ts';
import { isOnLeave } from '../../domain/people/leave.ts';
import { isVolunteer } from '../../domain/people/rights.ts';
import type { Roster } from '../../domain/people/roster.ts';

/** What decides whom a learner may ask to work with them. */
export interface Pairing {
  learner: number;
  project: string;
  roster: Roster;
  /** The learners who have mastered the project. */
  mastered: ReadonlySet<number>;
  /** How often somebody was named lately, to whichever learner. */
  named: ReadonlyMap<number, number>;
  now: number;
}

/** A learner is named a choice, and not a crowd. */
const AT_MOST = 3;

/** Whoever was named to so many learners within `LATELY_MS` has enough on their hands: two weeks are how long a project takes. */
const OVERLOADED = 4;
export const LATELY_MS = 14 * 24 * 60 * 60 * 1000;

/**
 * The volunteers who are named to a learner to work with: tutors who have mastered the project, are not on leave and not
 * overloaded. Those who were named least lately come first; among equals it is as good as drawn by lot, and the same each time.
 */
export function volunteersFor({ learner, project, roster, mastered, named, now }: Pairing): number[] {
  const load = (id: number): number => named.get(id) ?? 0;
  const lot = (id: number): number => drawn(`pair ${project}`, String(learner), id);
  return [...roster]
    .filter(
      ([id, standing]) =>
        id !== learner &&
        isVolunteer(standing) &&
        mastered.has(id) &&
        load(id) < OVERLOADED &&
        !isOnLeave(standing, now),
    )
    .map(([id]) => id)
    .toSorted((a, b) => load(a) - load(b) || lot(a) - lot(b))
    .slice(0, AT_MOST);
}
