import type { Hub } from '../hub.ts';
import { isoTime, nodeId } from '../links.ts';
import type { Invitation } from '../world/entities.ts';
import { accountById, fullName, repositoryById } from '../world/find.ts';
import { simpleUser } from './account.ts';
import { repositoryShape } from './repository.ts';

/** GitHub's invitations expire after seven days. */
const holdsMs = 7 * 24 * 3_600_000;

/** GitHub's `repository-invitation`. */
export function invitationShape(hub: Hub, { id, repositoryId, inviteeId, inviterId, createdAt }: Invitation) {
  const repository = repositoryById(hub.world, repositoryId);
  return {
    id,
    node_id: nodeId('RI', id),
    repository: repositoryShape(hub, repository),
    invitee: simpleUser(hub.links, accountById(hub.world, inviteeId)),
    inviter: simpleUser(hub.links, accountById(hub.world, inviterId)),
    permissions: 'write',
    created_at: isoTime(createdAt),
    expired: hub.world.clock.now() - createdAt > holdsMs,
    url: hub.links.api(`/repos/${fullName(hub.world, repository)}/invitations`),
    html_url: hub.links.html(`/${fullName(hub.world, repository)}/invitations`),
  };
}
