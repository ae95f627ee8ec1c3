import { emitCheckSuite } from '../hooks/check-events.ts';
import { emitPull } from '../hooks/pull-events.ts';
import { emitPush, type PushedBranch } from '../hooks/push-events.ts';
import type { Hub } from '../hub.ts';
import { closePull, moveHead } from './pulls.ts';
import { suiteFor } from './suites.ts';
import type { Account, Repository } from '../world/entities.ts';
import { installationsOn, must } from '../world/find.ts';
import { branches } from '../git/bare.ts';
import { gitSays } from '../git/git.ts';

/** Pushes, one repository's after the other, so that each knows what it changed. */
export interface Pushes {
  /** Lets someone push, and afterwards lets the pull requests follow and tells the Apps. */
  receive(repository: Repository, pusher: Account, push: () => Promise<void>): Promise<void>;
  /** Resolves when everything that was pushed has been followed up. A pusher's git ends a little earlier. */
  settled(): Promise<void>;
}

// By the stand-in that they belong to: an App's own branches and people's pushes wait for each other.
const underWay = new WeakMap<Hub, Map<number, Promise<void>>>();

function pushesOf(hub: Hub): Map<number, Promise<void>> {
  const known = underWay.get(hub) ?? new Map<number, Promise<void>>();
  underWay.set(hub, known);
  return known;
}

export function createPushes(hub: Hub): Pushes {
  return {
    receive: (repository, pusher, push) => receivePush(hub, repository, pusher, push),
    settled: async () => {
      await Promise.allSettled(pushesOf(hub).values());
    },
  };
}

/** What {@link Pushes.receive} does, for whoever has the hub in hand. */
export function receivePush(
  hub: Hub,
  repository: Repository,
  pusher: Account,
  push: () => Promise<void>,
): Promise<void> {
  const turn = (pushesOf(hub).get(repository.id) ?? Promise.resolve())
    // What went wrong with another's push is theirs.
    .catch(() => undefined)
    .then(() => receive(hub, repository, pusher, push));
  pushesOf(hub).set(repository.id, turn);
  return turn;
}

async function receive(
  hub: Hub,
  repository: Repository,
  pusher: Account,
  push: () => Promise<void>,
): Promise<void> {
  const before = await branches(repository.dir);
  await push();
  const after = await branches(repository.dir);
  for (const change of await changedBranches(repository.dir, before, after)) {
    repository.pushedAt = hub.world.clock.now();
    await emitPush(hub, repository, change, pusher);
    await requestChecks(hub, repository, change, pusher);
    await followPulls(hub, repository, change, pusher);
  }
}

async function changedBranches(
  dir: string,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): Promise<PushedBranch[]> {
  const names = [...new Set([...before.keys(), ...after.keys()])].filter(
    (name) => before.get(name) !== after.get(name),
  );
  return Promise.all(
    names.map(async (branch) => {
      const [from = null, to = null] = [before.get(branch), after.get(branch)];
      const forced =
        from !== null && to !== null && !(await gitSays(dir, ['merge-base', '--is-ancestor', from, to]));
      return { branch, before: from, after: to, forced };
    }),
  );
}

// GitHub asks every App that may write checks for some, whether it subscribed or not.
async function requestChecks(
  hub: Hub,
  repository: Repository,
  change: PushedBranch,
  pusher: Account,
): Promise<void> {
  if (change.after === null) return;
  for (const installation of installationsOn(hub.world, repository)) {
    const app = must(hub.world.apps.get(installation.appId), `app ${installation.appId}`);
    if (app.permissions['checks'] !== 'write') continue;
    await emitCheckSuite(
      hub,
      'requested',
      suiteFor(hub.world, repository, app, change.after),
      pusher,
      installation,
    );
  }
}

async function followPulls(
  hub: Hub,
  repository: Repository,
  change: PushedBranch,
  pusher: Account,
): Promise<void> {
  const from = [...hub.world.pulls.values()].filter(
    (pull) =>
      pull.state === 'open' && pull.headRepositoryId === repository.id && pull.headRef === change.branch,
  );
  for (const pull of from) {
    if (change.after === null) {
      closePull(hub, pull);
      await emitPull(hub, 'closed', pull, pusher);
    } else {
      const before = pull.headSha;
      await moveHead(hub, pull, repository, change.after);
      await emitPull(hub, 'synchronize', pull, pusher, { before, after: change.after });
    }
  }
}
