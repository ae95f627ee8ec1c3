import type { Hub } from '../hub.ts';
import type { Account } from '../world/entities.ts';
import { accountByLogin } from '../world/find.ts';
import { personNamed } from './conversation.ts';

interface Person {
  /** GitHub's numeric id: it stays when the login changes. */
  id: number;
  login: string;
  /** What they give as password to `git push`. */
  token: string;
}

/** People and organisations come, and people change their names. */
export interface Accounts {
  /** `emails`: known to GitHub, and shown to nobody. */
  user(who: { login: string; name?: string; emails?: readonly string[] }): Person;
  /** @returns its id. `owners` are logins. */
  organization(what: { login: string; owners?: readonly string[] }): number;
  rename(who: { login: string; to: string }): void;
}

/** Addresses that are taken by the stand-in itself. */
const reserved = new Set(['api', 'apps', 'assets', 'avatars', 'codeload', 'repositories', 'settings']);

export function createAccounts(hub: Hub): Accounts {
  return {
    user: ({ login, name, emails = [] }) => {
      const account = newAccount(hub, login, 'User', name ?? null);
      for (const email of emails) account.emails.add(email);
      account.token = `ghp_${hub.world.secret(27)}`;
      return { id: account.id, login, token: account.token };
    },
    organization: ({ login, owners = [] }) => {
      const account = newAccount(hub, login, 'Organization', null);
      for (const owner of owners) account.owners.add(personNamed(hub, owner).id);
      return account.id;
    },
    rename: ({ login, to }) => {
      checkLogin(hub, to);
      personNamed(hub, login).login = to;
    },
  };
}

/** Adds an account. Logins are letters, digits and single hyphens, at most 39; bots have `[bot]` at the end. */
export function newAccount(hub: Hub, login: string, type: Account['type'], name: string | null): Account {
  checkLogin(hub, login);
  const account: Account = {
    id: hub.world.nextId(),
    login,
    name,
    type,
    createdAt: hub.world.clock.now(),
    token: null,
    emails: new Set(),
    owners: new Set(),
  };
  hub.world.accounts.set(account.id, account);
  return account;
}

function checkLogin(hub: Hub, login: string): void {
  if (
    !/^[a-z\d](?:[a-z\d]|-(?=[a-z\d])){0,38}(\[bot\])?$/i.test(login) ||
    reserved.has(login.toLowerCase())
  ) {
    throw new Error(`GitHub would not take the login "${login}"`);
  }
  if (accountByLogin(hub.world, login)) throw new Error(`the login "${login}" is taken`);
}
