import { z } from 'zod';
import type { Need } from '../access/tokens.ts';
import { created, notFound, unprocessable } from '../api/reply.ts';
import { makeRepository } from '../people/repositories.ts';
import { simpleUser } from '../shapes/account.ts';
import { fullRepositoryShape } from '../shapes/repository.ts';
import { accountById, membersOf, repositoryByName, teamBySlug } from '../world/find.ts';
import { callingInstallation, organizationOf, text, type Handler } from './call.ts';
import { paged } from './paging.ts';

const administration: Need = { names: ['administration'], level: 'write' };
const members: Need = { names: ['members'], level: 'read' };

const NewRepository = z.object({
  name: z.string(),
  description: z.string().optional(),
  private: z.boolean().optional(),
  auto_init: z.literal(true, { error: 'the stand-in makes no empty repositories' }),
});

/** Organisations, their teams, and what they own. */
export const organizationCalls = {
  'teams/list-members-in-org': (call) => {
    const organization = organizationOf(call, members);
    const team = teamBySlug(call.hub.world, organization, text(call, 'team_slug'));
    if (!team) throw notFound();
    return paged(call, membersOf(call.hub.world, team), (member) => simpleUser(call.hub.links, member));
  },
  'repos/create-in-org': async (call) => {
    const { hub } = call;
    const organization = organizationOf(call, administration);
    const { name, description, private: isPrivate = false } = NewRepository.parse(call.body);
    if (repositoryByName(hub.world, `${organization.login}/${name}`))
      throw unprocessable('Repository creation failed.', [
        {
          resource: 'Repository',
          code: 'custom',
          field: 'name',
          message: 'name already exists on this account',
        },
      ]);
    const bot = accountById(hub.world, callingInstallation(call).app.botId);
    const readme = [`# ${name}`, ...(description === undefined ? [] : [description])].join('\n');
    const repository = await makeRepository(hub, organization, bot, {
      name,
      private: isPrivate,
      ...(description === undefined ? {} : { description }),
      files: new Map([['README.md', new TextEncoder().encode(readme)]]),
    });
    return created(fullRepositoryShape(hub, repository));
  },
} satisfies Record<string, Handler>;
