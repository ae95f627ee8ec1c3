import type { Caller } from '../access/caller.ts';
import { allows, checkAccess, type Need } from '../access/tokens.ts';
import { forbidden, notFound, Refused, unauthorized, type Reply } from '../api/reply.ts';
import type { Hub } from '../hub.ts';
import type { Account, App, Installation, Repository } from '../world/entities.ts';
import { accountByLogin, covers, repositoryById, repositoryByName } from '../world/find.ts';
import type { StandInLimits } from '../limits.ts';

/** One call of the API, after its form was found right. */
export interface Call {
  hub: Hub;
  caller: Caller;
  limits: StandInLimits;
  method: string;
  /** The whole address, for links to other pages. */
  url: URL;
  accept: string;
  /** Values of path and query, as GitHub's description types them. */
  values: Readonly<Record<string, unknown>>;
  body: unknown;
}

export type Handler = (call: Call) => Reply | Promise<Reply>;

export function text(call: Call, name: string): string {
  const value = call.values[name];
  return typeof value === 'string' ? value : '';
}

export function number(call: Call, name: string): number {
  const value = call.values[name];
  return typeof value === 'number' ? value : Number.NaN;
}

/** The App of a call that only an App itself may make. */
export function callingApp(call: Call): App {
  if (call.caller.kind !== 'app') throw unauthorized('A JSON web token could not be decoded');
  return call.caller.app;
}

/** The App and installation of a call that needs an installation token. */
export function callingInstallation(call: Call): { app: App; installation: Installation } {
  if (call.caller.kind === 'anonymous') throw unauthorized('Requires authentication');
  if (call.caller.kind === 'app') throw forbidden();
  return call.caller;
}

/**
 * The repository that a call names, when the caller may do there what it needs.
 * @throws {Refused} 404, 403, or a redirection to where a renamed repository is now.
 */
export function repositoryOf(call: Call, need: Need): Repository {
  const { world, links } = call.hub;
  const name = `${text(call, 'owner')}/${text(call, 'repo')}`;
  const repository = repositoryByName(world, name);
  if (!repository) {
    const moved = world.formerNames.get(name.toLowerCase());
    if (moved === undefined || !world.repositories.has(moved)) throw notFound();
    requireAccess(call, repositoryById(world, moved), need);
    const rest = call.url.pathname.split('/').slice(6).join('/');
    const url = links.api(`/repositories/${moved}${rest === '' ? '' : `/${rest}`}${call.url.search}`);
    const read = call.method === 'GET';
    throw new Refused({
      status: read ? 301 : 307,
      headers: { location: url },
      body: {
        message: read ? 'Moved Permanently' : 'Temporary Redirect',
        url,
        documentation_url: 'https://docs.github.com/rest',
      },
    });
  }
  requireAccess(call, repository, need);
  return repository;
}

/**
 * The organisation that a call names, when the caller is installed there and may do what it needs.
 * @throws {Refused} 404, or 403.
 */
export function organizationOf(call: Call, need: Need): Account {
  const { installation } = callingInstallation(call);
  const organization = accountByLogin(call.hub.world, text(call, 'org'));
  if (organization?.type !== 'Organization' || installation.accountId !== organization.id) throw notFound();
  const token = call.caller.kind === 'installation' ? call.caller.token : null;
  if (!need.names.some((name) => allows(token?.permissions ?? {}, name, need.level))) throw forbidden();
  return organization;
}

function requireAccess(call: Call, repository: Repository, need: Need): void {
  const { caller } = call;
  // An App without an installation token can only look at itself.
  if (caller.kind === 'app') throw forbidden();
  if (caller.kind === 'anonymous' && need.level === 'write')
    throw repository.private ? notFound() : unauthorized('Requires authentication');
  const token = caller.kind === 'installation' ? caller.token : null;
  const covered =
    caller.kind === 'installation' &&
    covers(caller.installation, repository) &&
    (caller.token.repositoryIds?.has(repository.id) ?? true);
  checkAccess({ token, covered }, repository, need);
}
