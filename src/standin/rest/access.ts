import { z } from 'zod';
import type { Need } from '../access/tokens.ts';
import { created, notFound, unprocessable } from '../api/reply.ts';
import { isoTime, nodeId } from '../links.ts';
import { simpleUser } from '../shapes/account.ts';
import { repositoryShape } from '../shapes/repository.ts';
import type { Repository, Ruleset } from '../world/entities.ts';
import { accountById, accountByLogin, fullName, mayWrite } from '../world/find.ts';
import { callingInstallation, repositoryOf, text, type Call, type Handler } from './call.ts';
import { paged } from './paging.ts';

const metadata: Need = { names: ['metadata'], level: 'read' };
const administration: Need = { names: ['administration'], level: 'write' };

const RulesetBody = z.object({
  name: z.string(),
  enforcement: z.string(),
  conditions: z.object({ ref_name: z.object({ include: z.array(z.string()) }) }),
  rules: z.array(z.record(z.string(), z.unknown())),
});

/** Who may do what in a repository, and what its branches require. */
export const accessCalls = {
  'repos/add-collaborator': (call) => {
    const repository = repositoryOf(call, administration);
    const invited = accountByLogin(call.hub.world, text(call, 'username'));
    if (invited === null) throw notFound();
    if (mayWrite(call.hub.world, invited, repository)) return { status: 204 };
    // People accept at once here.
    repository.collaborators.add(invited.id);
    return created({
      id: call.hub.world.nextId(),
      node_id: nodeId('RI', repository.id),
      repository: repositoryShape(call.hub, repository),
      invitee: simpleUser(call.hub.links, invited),
      inviter: simpleUser(call.hub.links, accountById(call.hub.world, callingInstallation(call).app.botId)),
      permissions: 'write',
      created_at: isoTime(call.hub.world.clock.now()),
      url: call.hub.links.api(`/repos/${fullName(call.hub.world, repository)}/invitations`),
      html_url: call.hub.links.html(`/${fullName(call.hub.world, repository)}/invitations`),
    });
  },
  'repos/create-repo-ruleset': (call) => {
    const repository = repositoryOf(call, administration);
    const { name, enforcement, conditions, rules } = RulesetBody.parse(call.body);
    const twin = rulesetsOf(call, repository).some((ruleset) => ruleset.name === name);
    if (twin) throw unprocessable('Name must be unique');
    const ruleset: Ruleset = {
      id: call.hub.world.nextId(),
      repositoryId: repository.id,
      name,
      enforcement,
      branches: conditions.ref_name.include,
      rules,
      createdAt: call.hub.world.clock.now(),
    };
    call.hub.world.rulesets.set(ruleset.id, ruleset);
    return created({
      id: ruleset.id,
      name,
      target: 'branch',
      source_type: 'Repository',
      source: fullName(call.hub.world, repository),
      enforcement,
      conditions,
      rules,
      created_at: isoTime(ruleset.createdAt),
      updated_at: isoTime(ruleset.createdAt),
    });
  },
  'repos/get-branch-rules': (call) => {
    const repository = repositoryOf(call, metadata);
    const branch = text(call, 'branch');
    const wanted = [
      `refs/heads/${branch}`,
      '~ALL',
      ...(branch === repository.defaultBranch ? ['~DEFAULT_BRANCH'] : []),
    ];
    const rules = rulesetsOf(call, repository)
      .filter(
        ({ enforcement, branches }) =>
          enforcement === 'active' && branches.some((each) => wanted.includes(each)),
      )
      .flatMap((ruleset) =>
        ruleset.rules.map((rule) => ({
          ...(rule as object),
          ruleset_source_type: 'Repository',
          ruleset_source: fullName(call.hub.world, repository),
          ruleset_id: ruleset.id,
        })),
      );
    return paged(call, rules, (rule) => rule);
  },
} satisfies Record<string, Handler>;

function rulesetsOf({ hub }: Call, repository: Repository): Ruleset[] {
  return [...hub.world.rulesets.values()].filter(({ repositoryId }) => repositoryId === repository.id);
}
