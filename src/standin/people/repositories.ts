import { join } from 'node:path';
import type { FileMap } from '../../domain/course/file-map.ts';
import { branches, commitFiles, copyBare, createBare } from '../git/bare.ts';
import { emitInstallationRepositories, emitPublicized, emitRenamed } from '../hooks/installation-events.ts';
import type { Hub } from '../hub.ts';
import { noreply } from '../shapes/commit.ts';
import type { Account, Repository } from '../world/entities.ts';
import { accountById, covers, fullName, must, repositoryByName } from '../world/find.ts';
import { personNamed } from './conversation.ts';

interface NewRepository {
  /** Login of a person or an organisation. */
  owner: string;
  name: string;
  /** The content of its first commit. */
  files: FileMap;
  private?: boolean;
  description?: string;
  defaultBranch?: string;
  /** Logins of people who may push besides the owner. */
  collaborators?: readonly string[];
}

interface RepositoryName {
  id: number;
  /** `owner/name` */
  fullName: string;
}

/** Repositories come, are forked, renamed and deleted. */
export interface Repositories {
  create(what: NewRepository): Promise<RepositoryName>;
  fork(what: { repository: string; as: string; name?: string }): Promise<RepositoryName>;
  /** Lets everybody see a private repository. */
  publicize(what: { repository: string }): void;
  rename(what: { repository: string; to: string; as?: string }): RepositoryName;
  /** Its pull requests go with it; those that came from it stay, without a head repository. */
  remove(what: { repository: string }): void;
  addCollaborator(what: { repository: string; login: string }): void;
  /** Somebody accepts no invitation from now on. */
  acceptNothing(what: { login: string }): void;
  /** Eight days pass for the invitations into a repository. */
  expireInvitations(what: { repository: string }): void;
  /** Its topics, and its values of the organisation's properties. */
  describe(what: {
    repository: string;
    topics?: readonly string[];
    properties?: Readonly<Record<string, string>>;
  }): void;
  /** Its admins do away with the rules that its branches keep. */
  dropRules(what: { repository: string }): void;
  /** The address that `git` clones from and pushes to, with someone's credentials when `as` is given. */
  cloneUrl(what: { repository: string; as?: string }): string;
  /** The tip of a branch; null when there is no such branch. */
  tip(what: { repository: string; branch: string }): Promise<string | null>;
}

export function createRepositories(hub: Hub): Repositories {
  const named = (name: string) => must(repositoryByName(hub.world, name), `repository ${name}`);
  const nameOf = (repository: Repository) => ({
    id: repository.id,
    fullName: fullName(hub.world, repository),
  });
  return {
    create: async (what) => {
      const owner = personNamed(hub, what.owner);
      return nameOf(await makeRepository(hub, owner, owner, what));
    },
    fork: async ({ repository: name, as, name: own }) => {
      const parent = named(name);
      const owner = personNamed(hub, as);
      const fork = newRepository(hub, owner, own ?? parent.name, {
        private: parent.private,
        description: parent.description,
        defaultBranch: parent.defaultBranch,
      });
      fork.parentId = parent.id;
      await copyBare(parent.dir, fork.dir, parent.defaultBranch);
      add(hub, fork, owner);
      return nameOf(fork);
    },
    publicize: ({ repository: name }) => {
      const repository = named(name);
      repository.private = false;
      emitPublicized(hub, repository, accountById(hub.world, repository.ownerId));
    },
    rename: ({ repository: name, to, as }) => {
      const repository = named(name);
      const before = repository.name;
      const owner = accountById(hub.world, repository.ownerId);
      checkName(hub, owner, to);
      hub.world.formerNames.set(fullName(hub.world, repository).toLowerCase(), repository.id);
      repository.name = to;
      hub.world.formerNames.delete(fullName(hub.world, repository).toLowerCase());
      emitRenamed(hub, repository, before, as === undefined ? owner : personNamed(hub, as));
      return nameOf(repository);
    },
    remove: ({ repository: name }) => {
      const repository = named(name);
      hub.world.repositories.delete(repository.id);
      for (const pull of hub.world.pulls.values()) {
        if (pull.repositoryId === repository.id) hub.world.pulls.delete(pull.id);
        else if (pull.headRepositoryId === repository.id) pull.headRepositoryId = null;
      }
    },
    addCollaborator: ({ repository, login }) => {
      named(repository).collaborators.add(personNamed(hub, login).id);
    },
    acceptNothing: ({ login }) => {
      hub.world.slowToAccept.add(personNamed(hub, login).id);
    },
    expireInvitations: ({ repository }) => {
      const { id } = named(repository);
      for (const invitation of hub.world.invitations.values())
        if (invitation.repositoryId === id) invitation.createdAt -= 8 * 24 * 3_600_000;
    },
    describe: ({ repository: name, topics, properties }) => {
      const repository = named(name);
      if (topics !== undefined) repository.topics = [...topics];
      if (properties !== undefined) repository.properties = { ...properties };
    },
    dropRules: ({ repository }) => {
      const { id } = named(repository);
      for (const ruleset of hub.world.rulesets.values())
        if (ruleset.repositoryId === id) hub.world.rulesets.delete(ruleset.id);
    },
    cloneUrl: ({ repository, as }) => {
      const url = new URL(hub.links.html(`/${fullName(hub.world, named(repository))}.git`));
      if (as !== undefined) {
        url.username = as;
        url.password = must(personNamed(hub, as).token, `token of ${as}`);
      }
      return url.href;
    },
    tip: async ({ repository, branch }) => (await branches(named(repository).dir)).get(branch) ?? null,
  };
}

/** Makes a repository with a first commit, as somebody who may. */
export async function makeRepository(
  hub: Hub,
  owner: Account,
  by: Account,
  what: Omit<NewRepository, 'owner'>,
): Promise<Repository> {
  const repository = newRepository(hub, owner, what.name, {
    private: what.private ?? false,
    description: what.description ?? null,
    defaultBranch: what.defaultBranch ?? 'main',
  });
  for (const login of what.collaborators ?? []) repository.collaborators.add(personNamed(hub, login).id);
  await createBare(repository.dir, repository.defaultBranch);
  await commitFiles(repository.dir, {
    branch: repository.defaultBranch,
    files: what.files,
    message: 'Initial commit',
    author: { name: by.name ?? by.login, email: noreply(by), at: repository.createdAt },
  });
  add(hub, repository, by);
  return repository;
}

function newRepository(
  hub: Hub,
  owner: Account,
  name: string,
  about: Pick<Repository, 'private' | 'description' | 'defaultBranch'>,
): Repository {
  checkName(hub, owner, name);
  const id = hub.world.nextId();
  const now = hub.world.clock.now();
  return {
    id,
    name,
    ownerId: owner.id,
    ...about,
    topics: [],
    properties: {},
    parentId: null,
    collaborators: new Set(),
    createdAt: now,
    updatedAt: now,
    pushedAt: now,
    dir: join(hub.dataDir, `${id}.git`),
  };
}

// An installation on all repositories of an account hears of each new one.
function add(hub: Hub, repository: Repository, sender: Account): void {
  checkName(hub, accountById(hub.world, repository.ownerId), repository.name);
  hub.world.repositories.set(repository.id, repository);
  for (const installation of hub.world.installations.values()) {
    if (installation.repositoryIds === null && covers(installation, repository)) {
      emitInstallationRepositories(hub, 'added', installation, [repository], sender);
    }
  }
}

function checkName(hub: Hub, owner: Account, name: string): void {
  if (!/^[\w.-]{1,100}$/.test(name) || name.endsWith('.git')) {
    throw new Error(`GitHub would not take the repository name "${name}"`);
  }
  if (repositoryByName(hub.world, `${owner.login}/${name}`)) {
    throw new Error(`there is a repository ${owner.login}/${name} already`);
  }
}
