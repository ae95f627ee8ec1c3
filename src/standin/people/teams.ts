import type { Hub } from '../hub.ts';
import type { Team } from '../world/entities.ts';
import { accountByLogin, must, teamBySlug } from '../world/find.ts';
import { personNamed } from './conversation.ts';

/** Teams of organisations, named `organisation/slug`. */
export interface Teams {
  /** @returns its slug. `parent` is the slug of the team above it; `members` are logins. */
  create(what: { organization: string; name: string; parent?: string; members?: readonly string[] }): string;
  add(what: { team: string; login: string }): void;
  remove(what: { team: string; login: string }): void;
}

export function createTeams(hub: Hub): Teams {
  const named = (team: string): Team => {
    const [organization = '', slug = ''] = team.split('/');
    const account = must(accountByLogin(hub.world, organization), `organisation ${organization}`);
    return must(teamBySlug(hub.world, account, slug), `team ${team}`);
  };
  return {
    create: ({ organization, name, parent, members = [] }) => {
      const team: Team = {
        id: hub.world.nextId(),
        organizationId: personNamed(hub, organization).id,
        name,
        slug: name.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
        parentId: parent === undefined ? null : named(`${organization}/${parent}`).id,
        members: new Set(members.map((login) => personNamed(hub, login).id)),
      };
      hub.world.teams.set(team.id, team);
      return team.slug;
    },
    add: ({ team, login }) => {
      named(team).members.add(personNamed(hub, login).id);
    },
    remove: ({ team, login }) => {
      named(team).members.delete(personNamed(hub, login).id);
    },
  };
}
