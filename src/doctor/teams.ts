import { amiss, fine } from './check.ts';
import type { Check } from './check.ts';

/**
 * GitHub tells who is in the teams that the course names.
 *
 * @param members of a team `organisation/team`, how many people are in it; null where GitHub has no such team
 */
export function teamsCheck({
  teams,
  members,
}: {
  teams: () => Promise<readonly string[]>;
  members: (team: string) => Promise<number | null>;
}): Check {
  return {
    id: 'teams',
    fixIfFailing:
      'Give the GitHub App the organisation permission "Members: read-only" and accept it in the installation; docs/operators-guide.md, "Teams", says how. Until then the file of people alone says who is who.',
    examine: async () => {
      const named = await teams();
      if (named.length === 0) return fine('the course names none');
      const read: { team: string; people: number | null }[] = [];
      for (const team of named) read.push({ team, people: await members(team) });
      const missing = read.filter(({ people }) => people === null).map(({ team }) => team);
      if (missing.length > 0)
        return amiss(
          `GitHub has no team ${missing.join(', ')}`,
          "Compare the names in course.yml with the teams' addresses: github.com/orgs/<organisation>/teams/<team>.",
        );
      return fine(read.map(({ team, people }) => `${team}: ${people ?? 0}`).join(', '));
    },
  };
}
