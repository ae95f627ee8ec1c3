import { z } from 'zod';
import type { Need } from '../access/tokens.ts';
import { created, notFound, unprocessable } from '../api/reply.ts';
import { isoTime } from '../links.ts';
import { invitationShape } from '../shapes/invitation.ts';
import type { Invitation, Repository, Ruleset } from '../world/entities.ts';
import { accountByLogin, fullName, mayWrite } from '../world/find.ts';
import { callingInstallation, number, repositoryOf, text, type Call, type Handler } from './call.ts';
import { paged } from './paging.ts';

const metadata: Need = { names: ['metadata'], level: 'read' };
const administration: Need = { names: ['administration'], level: 'write' };
const reading: Need = { names: ['administration'], level: 'read' };

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
    const { world } = call.hub;
    const there = invitationsOf(call, repository).find(({ inviteeId }) => inviteeId === invited.id);
    // Inviting again leaves what is there as it is, though it has expired.
    if (there !== undefined) return created(invitationShape(call.hub, there));
    const inviterId = callingInstallation(call).app.botId;
    const ids = { id: world.nextId(), repositoryId: repository.id, inviteeId: invited.id, inviterId };
    const invitation: Invitation = { ...ids, createdAt: world.clock.now() };
    if (world.slowToAccept.has(invited.id)) world.invitations.set(invitation.id, invitation);
    else repository.collaborators.add(invited.id);
    return created(invitationShape(call.hub, invitation));
  },
  'repos/list-invitations': (call) =>
    paged(call, invitationsOf(call, repositoryOf(call, reading)), (each) => invitationShape(call.hub, each)),
  'repos/delete-invitation': (call) => {
    const found = invitationsOf(call, repositoryOf(call, administration)).find(
      ({ id }) => id === number(call, 'invitation_id'),
    );
    if (found === undefined) throw notFound();
    call.hub.world.invitations.delete(found.id);
    return { status: 204 };
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

function invitationsOf({ hub }: Call, repository: Repository): Invitation[] {
  return [...hub.world.invitations.values()].filter(({ repositoryId }) => repositoryId === repository.id);
}

function rulesetsOf({ hub }: Call, repository: Repository): Ruleset[] {
  return [...hub.world.rulesets.values()].filter(({ repositoryId }) => repositoryId === repository.id);
}
