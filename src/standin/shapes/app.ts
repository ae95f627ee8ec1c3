import type { Hub } from '../hub.ts';
import { isoTime, nodeId } from '../links.ts';
import type { App, Installation, InstallationToken, Permissions } from '../world/entities.ts';
import { accountById, must, repositoryById } from '../world/find.ts';
import { simpleUser } from './account.ts';
import { repositoryShape } from './repository.ts';

/** What an App may do, as GitHub lists it: metadata may always be read. */
function permissionsShape(permissions: Permissions): Permissions {
  return { metadata: 'read', ...permissions };
}

/** GitHub's `integration`. */
export function appShape(hub: Hub, app: App) {
  return {
    id: app.id,
    client_id: app.clientId,
    slug: app.slug,
    node_id: nodeId('A', app.id),
    owner: simpleUser(hub.links, accountById(hub.world, app.ownerId)),
    name: app.name,
    description: '',
    external_url: 'https://example.com',
    html_url: hub.links.html(`/apps/${app.slug}`),
    created_at: isoTime(app.createdAt),
    updated_at: isoTime(app.createdAt),
    permissions: permissionsShape(app.permissions),
    events: [...app.events],
  };
}

/** GitHub's `installation`. */
export function installationShape(hub: Hub, installation: Installation) {
  const app = must(hub.world.apps.get(installation.appId), `app ${installation.appId}`);
  const account = accountById(hub.world, installation.accountId);
  return {
    id: installation.id,
    client_id: app.clientId,
    account: simpleUser(hub.links, account),
    repository_selection: installation.repositoryIds === null ? 'all' : 'selected',
    access_tokens_url: hub.links.api(`/app/installations/${installation.id}/access_tokens`),
    repositories_url: hub.links.api('/installation/repositories'),
    html_url: hub.links.html(`/settings/installations/${installation.id}`),
    app_id: app.id,
    app_slug: app.slug,
    target_id: account.id,
    target_type: account.type,
    permissions: permissionsShape(app.permissions),
    events: [...app.events],
    created_at: isoTime(installation.createdAt),
    updated_at: isoTime(installation.createdAt),
    single_file_name: null,
    has_multiple_single_files: false,
    single_file_paths: [],
    suspended_by: null,
    suspended_at: null,
  };
}

/** GitHub's `installation-token`. */
export function tokenShape(hub: Hub, token: InstallationToken) {
  return {
    token: token.token,
    expires_at: isoTime(token.expiresAt),
    permissions: permissionsShape(token.permissions),
    repository_selection: token.repositoryIds === null ? 'all' : 'selected',
    ...(token.repositoryIds === null
      ? {}
      : {
          repositories: [...token.repositoryIds].map((id) =>
            repositoryShape(hub, repositoryById(hub.world, id)),
          ),
        }),
  };
}
