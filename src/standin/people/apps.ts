import { generateKeyPairSync } from 'node:crypto';
import { emitInstallation, emitInstallationRepositories } from '../hooks/installation-events.ts';
import type { Hub } from '../hub.ts';
import type { App, Installation, Permissions } from '../world/entities.ts';
import { must, repositoriesOf, repositoryByName } from '../world/find.ts';
import { newAccount } from './accounts.ts';
import { personNamed } from './conversation.ts';

interface NewApp {
  name: string;
  /** Login of whoever registers it. */
  owner: string;
  permissions: Permissions;
  events: readonly string[];
  webhook?: { url: string; secret: string };
}

export interface RegisteredApp {
  appId: number;
  clientId: string;
  slug: string;
  /** The bot's login, `slug[bot]`, and numeric id. */
  bot: { login: string; id: number };
  /** PEM, PKCS#1, as GitHub lets it be downloaded. */
  privateKey: string;
}

/** Apps are registered and installed. */
export interface Apps {
  register(what: NewApp): RegisteredApp;
  /** Where the App's webhooks go, and what signs them; rotated by calling it again. */
  setWebhook(what: { appId: number; url: string; secret: string }): void;
  /** On all repositories of an account, or on some (`owner/name`). @returns the installation's id. */
  install(what: { appId: number; account: string; repositories?: readonly string[] }): number;
  addRepositories(what: { installation: number; repositories: readonly string[] }): void;
  removeRepositories(what: { installation: number; repositories: readonly string[] }): void;
  uninstall(what: { installation: number }): void;
}

export function createApps(hub: Hub): Apps {
  const { world } = hub;
  const installationOf = (id: number) => must(world.installations.get(id), `installation ${id}`);
  const named = (name: string) => must(repositoryByName(world, name), `repository ${name}`);
  const senderOf = (installation: Installation) =>
    must(world.accounts.get(installation.accountId), `account ${installation.accountId}`);
  return {
    register: (what) => register(hub, what),
    setWebhook: ({ appId, url, secret }) => {
      must(world.apps.get(appId), `app ${appId}`).webhook = { url, secret };
    },
    install: ({ appId, account, repositories }) => {
      must(world.apps.get(appId), `app ${appId}`);
      const installation: Installation = {
        id: world.nextId(),
        appId,
        accountId: personNamed(hub, account).id,
        repositoryIds: repositories ? new Set(repositories.map((name) => named(name).id)) : null,
        createdAt: world.clock.now(),
      };
      world.installations.set(installation.id, installation);
      emitInstallation(
        hub,
        'created',
        installation,
        repositoriesOf(world, installation),
        senderOf(installation),
      );
      return installation.id;
    },
    addRepositories: ({ installation: id, repositories }) => {
      const installation = installationOf(id);
      const added = repositories.map(named);
      for (const repository of added) installation.repositoryIds?.add(repository.id);
      emitInstallationRepositories(hub, 'added', installation, added, senderOf(installation));
    },
    removeRepositories: ({ installation: id, repositories }) => {
      const installation = installationOf(id);
      const removed = repositories.map(named);
      const all =
        installation.repositoryIds ??
        new Set(repositoriesOf(world, installation).map(({ id: each }) => each));
      for (const repository of removed) all.delete(repository.id);
      installation.repositoryIds = all;
      emitInstallationRepositories(hub, 'removed', installation, removed, senderOf(installation));
    },
    uninstall: ({ installation: id }) => {
      const installation = installationOf(id);
      const repositories = repositoriesOf(world, installation);
      world.installations.delete(id);
      for (const token of world.tokens.values())
        if (token.installationId === id) world.tokens.delete(token.token);
      emitInstallation(hub, 'deleted', installation, repositories, senderOf(installation));
    },
  };
}

function register(hub: Hub, what: NewApp): RegisteredApp {
  const { world } = hub;
  const slug = what.name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const keys = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  const bot = newAccount(hub, `${slug}[bot]`, 'Bot', null);
  const app: App = {
    id: world.nextId(),
    slug,
    name: what.name,
    ownerId: personNamed(hub, what.owner).id,
    botId: bot.id,
    clientId: `Iv23li${world.secret(10)}`,
    permissions: what.permissions,
    events: what.events,
    publicKey: keys.publicKey,
    webhook: what.webhook ?? null,
    createdAt: world.clock.now(),
  };
  world.apps.set(app.id, app);
  return {
    appId: app.id,
    clientId: app.clientId,
    slug,
    bot: { login: bot.login, id: bot.id },
    privateKey: keys.privateKey,
  };
}
