import { commitsBetween, readCommit } from '../git/commits.ts';
import { readChanges } from '../git/content.ts';
import type { Hub } from '../hub.ts';
import { simpleUser } from '../shapes/account.ts';
import { noreply, pushedCommitShape } from '../shapes/commit.ts';
import { repositoryShape } from '../shapes/repository.ts';
import type { Account, Repository } from '../world/entities.ts';
import { accountById, fullName } from '../world/find.ts';

const nothing = '0'.repeat(40);

export interface PushedBranch {
  branch: string;
  /** Null for a branch that is new. */
  before: string | null;
  /** Null for a branch that was deleted. */
  after: string | null;
  forced: boolean;
}

export async function emitPush(
  hub: Hub,
  repository: Repository,
  push: PushedBranch,
  pusher: Account,
): Promise<void> {
  const { dir } = repository;
  const name = fullName(hub.world, repository);
  const from = push.before ?? `refs/heads/${repository.defaultBranch}`;
  const commits = push.after ? await commitsBetween(dir, from, push.after) : [];
  const shaped = await Promise.all(
    commits.map(async (commit) =>
      pushedCommitShape(hub, name, commit, await readChanges(dir, commit.parents[0] ?? null, commit.sha)),
    ),
  );
  const tip = push.after ? await readCommit(dir, push.after) : null;
  const owner = accountById(hub.world, repository.ownerId);
  const shape = repositoryShape(hub, repository);
  const seconds = (at: number) => Math.floor(at / 1000);
  hub.hooks.emit({
    event: 'push',
    action: null,
    repository,
    payload: {
      ref: `refs/heads/${push.branch}`,
      before: push.before ?? nothing,
      after: push.after ?? nothing,
      repository: {
        ...shape,
        // A push tells these otherwise than every other webhook does.
        url: shape.html_url,
        created_at: seconds(repository.createdAt),
        pushed_at: seconds(repository.pushedAt),
        owner: { name: owner.login, email: noreply(owner), ...shape.owner },
        stargazers: 0,
        master_branch: repository.defaultBranch,
      },
      pusher: { name: pusher.login, email: noreply(pusher) },
      sender: simpleUser(hub.links, pusher),
      created: push.before === null,
      deleted: push.after === null,
      forced: push.forced,
      base_ref: null,
      compare: hub.links.html(
        `/${name}/compare/${push.before ?? repository.defaultBranch}...${push.after ?? ''}`,
      ),
      commits: shaped,
      head_commit: tip
        ? pushedCommitShape(hub, name, tip, await readChanges(dir, tip.parents[0] ?? null, tip.sha))
        : null,
    },
  });
}
