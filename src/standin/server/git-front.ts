import type { IncomingMessage, ServerResponse } from 'node:http';
import { allows } from '../access/tokens.ts';
import { serveGit } from '../git/http-backend.ts';
import type { Hub } from '../hub.ts';
import type { Pushes } from '../people/receive.ts';
import type { Account, Repository } from '../world/entities.ts';
import { accountById, covers, fullName, mayWrite, repositoryById, repositoryByName } from '../world/find.ts';

const pattern = /^\/([^/]+)\/([^/]+?)(?:\.git)?\/(info\/refs|git-upload-pack|git-receive-pack)$/;

export interface GitFront {
  /** True for the addresses that git itself speaks to. */
  takes(path: string): boolean;
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

/** `git clone`, `fetch` and `push` over HTTP, with people's tokens or an installation's. */
export function createGitFront(hub: Hub, pushes: Pushes): GitFront {
  return {
    takes: (path) => pattern.test(path),
    answer: async (request, response) => {
      const url = new URL(request.url ?? '/', hub.links.origin);
      const [, owner = '', name = '', service = ''] = pattern.exec(url.pathname) ?? [];
      const repository = repositoryNamed(hub, `${owner}/${name}`);
      const writes = service === 'git-receive-pack' || url.searchParams.get('service') === 'git-receive-pack';
      const access = accessOf(hub, request.headers.authorization, repository, writes);
      if (access.kind === 'refused') {
        request.resume();
        response.writeHead(access.status, {
          'content-type': 'text/plain',
          ...(access.status === 401 ? { 'www-authenticate': 'Basic realm="GitHub"' } : {}),
        });
        response.end(access.message);
        return;
      }
      const serve = () =>
        serveGit(request, response, {
          root: hub.dataDir,
          pathInfo: `/${access.repository.id}.git/${service}`,
          query: url.search.slice(1),
          user: access.account?.login ?? null,
        });
      if (service === 'git-receive-pack' && access.account)
        await pushes.receive(access.repository, access.account, serve);
      else await serve();
    },
  };
}

type Access =
  | { kind: 'granted'; repository: Repository; account: Account | null }
  | { kind: 'refused'; status: 401 | 403 | 404; message: string };

function accessOf(
  hub: Hub,
  authorization: string | undefined,
  repository: Repository | null,
  writes: boolean,
): Access {
  const refused = (status: 401 | 403 | 404, message: string): Access => ({
    kind: 'refused',
    status,
    message,
  });
  const password = passwordOf(authorization);
  const who = password === null ? null : holderOf(hub, password, repository);
  if (password !== null && !who) return refused(401, 'Invalid username or password.\n');
  const reads = repository !== null && (!repository.private || who?.reads === true);
  if (!reads)
    return who ? refused(404, 'Repository not found.\n') : refused(401, 'Authentication required.\n');
  if (!writes) return { kind: 'granted', repository, account: who?.account ?? null };
  if (!who) return refused(401, 'Authentication required.\n');
  if (who.writes) return { kind: 'granted', repository, account: who.account };
  return refused(
    403,
    `Permission to ${fullName(hub.world, repository)}.git denied to ${who.account.login}.\n`,
  );
}

interface Holder {
  account: Account;
  reads: boolean;
  writes: boolean;
}

function holderOf(hub: Hub, password: string, repository: Repository | null): Holder | null {
  const { world } = hub;
  const person = [...world.accounts.values()].find(
    (account) => account.token !== null && account.token === password,
  );
  if (person) {
    const writes = repository !== null && mayWrite(world, person, repository);
    return { account: person, reads: writes, writes };
  }
  const token = world.tokens.get(password);
  const installation = token ? world.installations.get(token.installationId) : undefined;
  const app = installation ? world.apps.get(installation.appId) : undefined;
  if (!token || !installation || !app || token.expiresAt <= world.clock.now()) return null;
  const covered =
    repository !== null &&
    covers(installation, repository) &&
    (token.repositoryIds?.has(repository.id) ?? true);
  return {
    account: accountById(world, app.botId),
    reads: covered && allows(token.permissions, 'contents', 'read'),
    writes: covered && allows(token.permissions, 'contents', 'write'),
  };
}

function passwordOf(authorization: string | undefined): string | null {
  const [scheme = '', value = ''] = (authorization ?? '').split(' ', 2);
  if (scheme.toLowerCase() !== 'basic') return null;
  const text = Buffer.from(value, 'base64').toString('utf8');
  return text.slice(text.indexOf(':') + 1);
}

// A renamed repository still answers to git under its former name.
function repositoryNamed(hub: Hub, name: string): Repository | null {
  const former = hub.world.formerNames.get(name.toLowerCase());
  const present = repositoryByName(hub.world, name);
  if (present || former === undefined || !hub.world.repositories.has(former)) return present;
  return repositoryById(hub.world, former);
}
