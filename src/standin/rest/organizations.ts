import type { Need } from '../access/tokens.ts';
import { notFound } from '../api/reply.ts';
import { simpleUser } from '../shapes/account.ts';
import { membersOf, teamBySlug } from '../world/find.ts';
import { organizationOf, text, type Handler } from './call.ts';
import { paged } from './paging.ts';

const members: Need = { names: ['members'], level: 'read' };

/** Organisations and their teams. */
export const organizationCalls = {
  'teams/list-members-in-org': (call) => {
    const organization = organizationOf(call, members);
    const team = teamBySlug(call.hub.world, organization, text(call, 'team_slug'));
    if (!team) throw notFound();
    return paged(call, membersOf(call.hub.world, team), (member) => simpleUser(call.hub.links, member));
  },
} satisfies Record<string, Handler>;
