import type { Hub } from '../hub.ts';
import { simpleUser } from '../shapes/account.ts';
import { repositoryShape } from '../shapes/repository.ts';
import type { Account, Repository } from '../world/entities.ts';

/** Where it happened and who did it, which every webhook says. */
export function scene(hub: Hub, repository: Repository, sender: Account) {
  return { repository: repositoryShape(hub, repository), sender: simpleUser(hub.links, sender) };
}
