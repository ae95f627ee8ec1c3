import type { Course } from '../domain/course/project.ts';
import type { Person } from '../domain/people/person.ts';
import { type Roster, rosterOf } from '../domain/people/roster.ts';
import type { TeamMember } from './team-reader.ts';
import type { TeamStore } from './team-store.ts';
import { membersOf, teamsOf } from './teams-of-course.ts';

/**
 * How long a team is taken to be as GitHub last said it was. GitHub is asked every ten minutes, so a team is older only while GitHub is away
 * or does not let us see it. Nobody should lose their rights by an outage of some hours; nobody should keep them for ever either.
 */
const HOLDS_MS = 24 * 3_600_000;

/**
 * Finds the account of the school that is called so: by the file of people, and by the teams as they were read last. Resolves to null
 * where nobody is.
 */
export function knownAccounts(
  people: () => Promise<readonly Person[]>,
  teams: Pick<TeamStore, 'accounts'>,
): (login: string) => Promise<TeamMember | null> {
  return async (login) => {
    const isCalledSo = (account: TeamMember) => account.login.toLowerCase() === login.toLowerCase();
    return (await people()).find(isCalledSo) ?? (await teams.accounts(HOLDS_MS)).find(isCalledSo) ?? null;
  };
}

/**
 * Who is who by the file of people, and by the teams as they were read last.
 *
 * @param holdsMs teams that were read longer ago are taken to be unknown
 */
export function knownRoster(
  course: Pick<Course, 'cohorts' | 'timeZone' | 'teams'>,
  people: () => Promise<readonly Person[]>,
  teams: Pick<TeamStore, 'known'>,
  holdsMs = HOLDS_MS,
): () => Promise<Roster> {
  const named = teamsOf(course).length > 0;
  return async () => {
    const facts = { ...course, people: await people() };
    return named ? rosterOf(facts, membersOf(course, await teams.known(holdsMs))) : rosterOf(facts);
  };
}
