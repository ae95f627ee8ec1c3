import type { Hub } from '../hub.ts';
import { nodeId } from '../links.ts';
import { simpleUser } from '../shapes/account.ts';
import { installationShape } from '../shapes/app.ts';
import type { Account, Installation, Repository } from '../world/entities.ts';
import { fullName } from '../world/find.ts';
import { scene } from './scene.ts';

function repositorySimple(hub: Hub, repository: Repository) {
  return {
    id: repository.id,
    node_id: nodeId('R', repository.id),
    name: repository.name,
    full_name: fullName(hub.world, repository),
    private: repository.private,
  };
}

export function emitInstallation(
  hub: Hub,
  action: 'created' | 'deleted',
  installation: Installation,
  repositories: readonly Repository[],
  sender: Account,
): void {
  hub.hooks.emit({
    event: 'installation',
    action,
    repository: null,
    only: installation,
    payload: {
      action,
      installation: installationShape(hub, installation),
      repositories: repositories.map((repository) => repositorySimple(hub, repository)),
      ...(action === 'created' ? { requester: null } : {}),
      sender: simpleUser(hub.links, sender),
    },
  });
}

export function emitInstallationRepositories(
  hub: Hub,
  action: 'added' | 'removed',
  installation: Installation,
  repositories: readonly Repository[],
  sender: Account,
): void {
  const shaped = repositories.map((repository) => repositorySimple(hub, repository));
  hub.hooks.emit({
    event: 'installation_repositories',
    action,
    repository: null,
    only: installation,
    payload: {
      action,
      installation: installationShape(hub, installation),
      repository_selection: installation.repositoryIds === null ? 'all' : 'selected',
      repositories_added: action === 'added' ? shaped : [],
      repositories_removed: action === 'removed' ? shaped : [],
      requester: null,
      sender: simpleUser(hub.links, sender),
    },
  });
}

export function emitPublicized(hub: Hub, repository: Repository, sender: Account): void {
  hub.hooks.emit({
    event: 'repository',
    action: 'publicized',
    repository,
    payload: { action: 'publicized', ...scene(hub, repository, sender) },
  });
}

export function emitRenamed(hub: Hub, repository: Repository, from: string, sender: Account): void {
  hub.hooks.emit({
    event: 'repository',
    action: 'renamed',
    repository,
    payload: {
      action: 'renamed',
      changes: { repository: { name: { from } } },
      ...scene(hub, repository, sender),
    },
  });
}
