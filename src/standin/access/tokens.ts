import { forbidden, notFound, unprocessable } from '../api/reply.ts';
import type {
  App,
  Installation,
  InstallationToken,
  Level,
  Permissions,
  Repository,
} from '../world/entities.ts';
import { repositoriesOf } from '../world/find.ts';
import type { World } from '../world/world.ts';

/** GitHub's installation tokens live for one hour. */
const lifetimeMs = 3_600_000;

export interface TokenWish {
  repositories?: string[] | undefined;
  repository_ids?: number[] | undefined;
  permissions?: Record<string, string> | undefined;
}

/**
 * Makes an installation token, narrowed to the repositories and permissions that are asked for.
 * @throws {Refused} 422 for what the installation itself does not have.
 */
export function issueToken(
  world: World,
  app: App,
  installation: Installation,
  wish: TokenWish,
): InstallationToken {
  const token: InstallationToken = {
    // Since 2026 GitHub's tokens carry a signed part and are some hundred characters long.
    token: `ghs_${app.id}_${world.secret(24)}.${world.secret(210)}.${world.secret(48)}`,
    installationId: installation.id,
    permissions: narrowed(app.permissions, wish.permissions),
    repositoryIds: chosen(repositoriesOf(world, installation), wish),
    expiresAt: world.clock.now() + lifetimeMs,
  };
  world.tokens.set(token.token, token);
  return token;
}

function narrowed(granted: Permissions, asked: Record<string, string> | undefined): Permissions {
  if (!asked) return granted;
  for (const [name, level] of Object.entries(asked)) {
    if (!allows(granted, name, level === 'read' ? 'read' : 'write')) {
      throw unprocessable('The permissions requested are not granted to this installation.');
    }
  }
  return asked as Permissions;
}

function chosen(seen: readonly Repository[], wish: TokenWish): ReadonlySet<number> | null {
  if (!wish.repositories && !wish.repository_ids) return null;
  const names = new Map(seen.map((repository) => [repository.name.toLowerCase(), repository.id]));
  const ids = new Set(seen.map((repository) => repository.id));
  const picked = [
    ...(wish.repositories ?? []).map((name) => names.get(name.toLowerCase())),
    ...(wish.repository_ids ?? []).map((id) => (ids.has(id) ? id : undefined)),
  ].map((id) => {
    if (id !== undefined) return id;
    throw unprocessable(
      'There is at least one repository that does not exist or is not accessible to the parent installation.',
    );
  });
  return new Set(picked);
}

/** True when a permission covers a level; every App may read metadata. */
export function allows(permissions: Permissions, name: string, level: Level): boolean {
  const has = permissions[name] ?? (name === 'metadata' ? 'read' : undefined);
  return has === 'write' || (has === 'read' && level === 'read');
}

/** What a call needs of the App. Any of `names` will do: a comment may be written with `issues` or with `pull_requests`. */
export interface Need {
  names: readonly string[];
  level: Level;
}

/**
 * Lets a call through, or refuses it as GitHub does: 404 for what the caller cannot see, 403 for what it may not do. What is
 * public may be read by all. Stricter than GitHub in one thing: where the App is installed, its permissions count for
 * public repositories too, so that a missing permission shows.
 */
export function checkAccess(
  seen: { token: InstallationToken | null; covered: boolean },
  repository: Repository,
  need: Need,
) {
  if (!seen.covered || !seen.token) {
    if (repository.private) throw notFound();
    if (need.level === 'write') throw forbidden();
    return;
  }
  const { permissions } = seen.token;
  if (need.names.some((name) => allows(permissions, name, need.level))) return;
  throw forbidden();
}
