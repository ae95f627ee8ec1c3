import type { Course } from '../domain/course/project.ts';
import { Role } from '../domain/people/role.ts';
import type { TeamMembers } from '../domain/people/roster.ts';

type Naming = Pick<Course, 'teams' | 'cohorts'>;

/** Every team that a course names, once. */
export function teamsOf({ teams, cohorts }: Naming): string[] {
  const named = [...Object.values(teams), ...cohorts.map(({ team }) => team)];
  return [...new Set(named.filter((team) => team !== undefined))];
}

/** What the members of those teams are in the school. A team that is not known gives nobody anything. */
export function membersOf(
  { teams, cohorts }: Naming,
  known: ReadonlyMap<string, readonly number[]>,
): TeamMembers {
  const ofTeam = (team: string | undefined) => (team === undefined ? [] : (known.get(team) ?? []));
  return {
    roles: Object.fromEntries(
      Role.options.map((role) => [role, role === 'learner' ? [] : ofTeam(teams[role])]),
    ),
    cohorts: new Map(cohorts.map(({ id, team }) => [id, ofTeam(team)])),
  };
}
