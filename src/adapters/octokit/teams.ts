import { GitHubError } from '../../domain/errors/github.ts';
import type { TeamMember, TeamReader } from '../../roster/team-reader.ts';
import { OrgInstallationAnswer, readAnswer, TeamMembersAnswer } from './answers.ts';
import type { GitHubClient } from './client.ts';
import { pages } from './pages.ts';

/** Reads teams as the installation of their organisation, with a token that can do nothing else. */
export function createTeamReader(client: GitHubClient): TeamReader {
  return {
    async members(team, signal) {
      const [org = '', slug = ''] = team.split('/');
      const ask = signal === undefined ? {} : { request: { signal } };
      const { data } = await client.app.rest.apps.getOrgInstallation({ org, ...ask });
      const { id } = readAnswer(OrgInstallationAnswer, 'GET /orgs/{org}/installation', data);
      const { rest } = client.as({ installation: id, feature: 'teams' });
      const found: TeamMember[] = [];
      try {
        for await (const member of pages(
          (page) => rest.teams.listMembersInOrg({ org, team_slug: slug, ...page, ...ask }),
          (page) => readAnswer(TeamMembersAnswer, 'GET /orgs/{org}/teams/{team_slug}/members', page),
        )) {
          found.push(member);
        }
      } catch (error) {
        // What the installation may not see is refused with another status, or with the token.
        if (error instanceof GitHubError && error.code === 'github.gone') return null;
        throw error;
      }
      return found;
    },
  };
}
