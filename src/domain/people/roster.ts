import type { Course } from '../course/project.ts';
import type { Days } from './calendar.ts';
import type { Role } from './role.ts';

/** Who somebody is in the school. */
export interface Standing {
  roles: ReadonlySet<Role>;
  /** The id of a learner's cohort; null where they are in none. */
  cohort: string | null;
  timeZone: string;
  leave: readonly Days[];
  /** Addresses that they commit with, as far as they are known. */
  emails: readonly string[];
}

/** The members of the teams that a course names, by GitHub's numbers. */
export interface TeamMembers {
  roles: Readonly<Partial<Record<Role, readonly number[]>>>;
  /** By the cohort's id. */
  cohorts: ReadonlyMap<string, readonly number[]>;
}

/** Everybody of the school by GitHub's number. Whoever is not in it is unknown, and has no rights. */
export interface Roster extends ReadonlyMap<number, Standing> {
  /** The course says who its learners are, whether or not anybody is known to be one at this time. */
  readonly namesLearners?: boolean | undefined;
}

export const NO_TEAMS: TeamMembers = { roles: {}, cohorts: new Map() };

/**
 * Puts together who is who from the file of people and from teams. Who is in both has the roles of both; of cohort and time zone the
 * file has the last word.
 */
export function rosterOf(
  { people, cohorts, timeZone }: Pick<Course, 'people' | 'cohorts' | 'timeZone'>,
  teams: TeamMembers = NO_TEAMS,
): Roster {
  // Asked for each time that it matters, of schools with thousands of people.
  const listed = new Map(people.map((person) => [person.id, person]));
  const withRole = (Object.entries(teams.roles) as [Role, readonly number[]][]).map(
    ([role, members]) => [role, new Set(members)] as const,
  );
  const cohortOf = new Map(
    [...teams.cohorts].toReversed().flatMap(([id, members]) => members.map((member) => [member, id])),
  );
  const ids = new Set([
    ...listed.keys(),
    ...withRole.flatMap(([, members]) => [...members]),
    ...cohortOf.keys(),
  ]);
  const standingOf = (id: number): Standing => {
    const person = listed.get(id);
    const ofTeam = cohortOf.get(id);
    const cohort = person?.cohort ?? ofTeam ?? null;
    const zoneOfCohort = cohorts.find((each) => each.id === cohort)?.timeZone;
    const roles = new Set<Role>([
      ...(person?.roles ?? []),
      ...withRole.flatMap(([role, members]) => (members.has(id) ? [role] : [])),
      ...(ofTeam === undefined ? [] : (['learner'] as const)),
    ]);
    return {
      roles,
      cohort,
      timeZone: person?.timeZone ?? zoneOfCohort ?? timeZone,
      leave: person?.leave ?? [],
      emails: person?.emails ?? [],
    };
  };
  return Object.assign(new Map([...ids].map((id) => [id, standingOf(id)])), {
    namesLearners:
      people.some(({ roles }) => roles.includes('learner')) || cohorts.some(({ team }) => team !== undefined),
  });
}
