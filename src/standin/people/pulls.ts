import { branchSha, writePullRef } from '../git/bare.ts';
import { emitPull } from '../hooks/pull-events.ts';
import type { Hub } from '../hub.ts';
import type { Account, PullRequest, Repository } from '../world/entities.ts';
import { accountByLogin, mayWrite, must, pullsOf, repositoryByName } from '../world/find.ts';
import { personNamed, pullNamed, type PullName } from './conversation.ts';

interface NewPull {
  /** `owner/name` of the repository that it is opened on. */
  repository: string;
  as: string;
  /** A branch there, or `login:branch` of that person's fork. */
  head: string;
  base?: string;
  title: string;
  body?: string;
  draft?: boolean;
}

/** Pull requests are opened and go their way. Each step is done by someone, and told to the Apps that listen. */
export interface Pulls {
  /** @returns the pull request's number. */
  open(what: NewPull): Promise<number>;
  markReady(what: PullName & { as: string }): Promise<void>;
  convertToDraft(what: PullName & { as: string }): Promise<void>;
  close(what: PullName & { as: string }): Promise<void>;
  /** The head may have moved on meanwhile. */
  reopen(what: PullName & { as: string }): Promise<void>;
  editTitle(what: PullName & { as: string; title: string }): Promise<void>;
  /** Points it at another branch of the same repository. */
  changeBase(what: PullName & { as: string; base: string }): Promise<void>;
  /** A locked conversation takes no comment. */
  lock(what: PullName): void;
}

export function createPulls(hub: Hub): Pulls {
  return {
    open: async (what) => {
      const base = must(repositoryByName(hub.world, what.repository), `repository ${what.repository}`);
      return (await openPull(hub, base, personNamed(hub, what.as), what)).number;
    },
    markReady: ({ as, ...name }) =>
      change(hub, name, as, 'ready_for_review', (pull) => {
        if (!pull.draft) throw new Error('the pull request is ready for review already');
        pull.draft = false;
      }),
    convertToDraft: ({ as, ...name }) =>
      change(hub, name, as, 'converted_to_draft', (pull) => {
        if (pull.draft) throw new Error('the pull request is a draft already');
        pull.draft = true;
      }),
    close: ({ as, ...name }) =>
      change(hub, name, as, 'closed', (pull) => {
        closePull(hub, pull);
      }),
    reopen: ({ as, ...name }) =>
      change(hub, name, as, 'reopened', async (pull) => {
        const head =
          pull.headRepositoryId === null ? null : hub.world.repositories.get(pull.headRepositoryId);
        const sha = head ? await branchSha(head.dir, pull.headRef) : null;
        if (!head || !sha) throw new Error('GitHub cannot reopen a pull request whose branch is gone');
        await moveHead(hub, pull, head, sha);
        pull.state = 'open';
        pull.closedAt = null;
      }),
    editTitle: ({ as, title, ...name }) => {
      const before = pullNamed(hub, name).title;
      const more = { changes: { title: { from: before } } };
      return change(hub, name, as, 'edited', (pull) => void (pull.title = title), more);
    },
    changeBase: ({ as, base, ...name }) => {
      const { baseRef: from, baseSha } = pullNamed(hub, name);
      const more = { changes: { base: { ref: { from }, sha: { from: baseSha } } } };
      return change(
        hub,
        name,
        as,
        'edited',
        async (pull) => {
          const { dir } = must(
            hub.world.repositories.get(pull.repositoryId),
            `repository ${name.repository}`,
          );
          pull.baseSha = must(await branchSha(dir, base), `branch ${base}`);
          pull.baseRef = base;
        },
        more,
      );
    },
    lock: (name) => {
      pullNamed(hub, name).locked = true;
    },
  };
}

/**
 * Opens a pull request, by a person or by an App's own account.
 * @throws {Error} where there is nothing to pull, or a pull request of the two branches is open.
 */
export async function openPull(
  hub: Hub,
  base: Repository,
  author: Account,
  what: Omit<NewPull, 'as' | 'repository'>,
): Promise<PullRequest> {
  const pull = await newPull(hub, base, author, what);
  hub.world.pulls.set(pull.id, pull);
  await emitPull(hub, 'opened', pull, author);
  return pull;
}

export function closePull(hub: Hub, pull: PullRequest): void {
  pull.state = 'closed';
  pull.closedAt = hub.world.clock.now();
}

/** Lets a pull request point to another commit, and brings that commit into the base repository. */
export async function moveHead(hub: Hub, pull: PullRequest, from: Repository, sha: string): Promise<void> {
  const base = must(hub.world.repositories.get(pull.repositoryId), `repository ${pull.repositoryId}`);
  await writePullRef(base.dir, from.dir, sha, pull.number);
  pull.headSha = sha;
  pull.updatedAt = hub.world.clock.now();
}

async function change(
  hub: Hub,
  name: PullName,
  as: string,
  action: string,
  act: (pull: PullRequest) => void | Promise<void>,
  more: Record<string, unknown> = {},
): Promise<void> {
  const pull = pullNamed(hub, name);
  const person = personNamed(hub, as);
  const base = must(hub.world.repositories.get(pull.repositoryId), `repository ${pull.repositoryId}`);
  if (person.id !== pull.authorId && !mayWrite(hub.world, person, base)) {
    throw new Error(`${as} may not change ${name.repository}#${name.number}`);
  }
  await act(pull);
  pull.updatedAt = hub.world.clock.now();
  await emitPull(hub, action, pull, person, more);
}

async function newPull(
  hub: Hub,
  base: Repository,
  author: Account,
  what: Omit<NewPull, 'as' | 'repository'>,
): Promise<PullRequest> {
  const [branch = '', login] = what.head.split(':').reverse();
  const head = login === undefined ? base : forkOf(hub, base, login);
  const baseRef = what.base ?? base.defaultBranch;
  const headSha = must(await branchSha(head.dir, branch), `branch ${what.head}`);
  const baseSha = must(await branchSha(base.dir, baseRef), `branch ${baseRef}`);
  const twin = pullsOf(hub.world, base).find(
    (pull) =>
      pull.state === 'open' &&
      pull.headRepositoryId === head.id &&
      pull.headRef === branch &&
      pull.baseRef === baseRef,
  );
  if (twin) throw new Error(`a pull request already exists for ${what.head}`);
  if (headSha === baseSha) throw new Error(`no commits between ${baseRef} and ${what.head}`);
  const now = hub.world.clock.now();
  const number = 1 + Math.max(0, ...pullsOf(hub.world, base).map((pull) => pull.number));
  await writePullRef(base.dir, head.dir, headSha, number);
  return {
    id: hub.world.nextId(),
    issueId: hub.world.nextId(),
    number,
    repositoryId: base.id,
    title: what.title,
    body: what.body ?? null,
    authorId: author.id,
    state: 'open',
    draft: what.draft ?? false,
    locked: false,
    headRepositoryId: head.id,
    headOwnerId: head.ownerId,
    headRef: branch,
    headSha,
    baseRef,
    baseSha,
    requestedReviewers: new Set(),
    createdAt: now,
    updatedAt: now,
    closedAt: null,
  };
}

function forkOf(hub: Hub, base: Repository, login: string): Repository {
  const owner = must(accountByLogin(hub.world, login), `account ${login}`);
  if (owner.id === base.ownerId) return base;
  const fork = [...hub.world.repositories.values()].find(
    (repository) => repository.ownerId === owner.id && repository.parentId === base.id,
  );
  return must(fork, `fork of ${login}`);
}
