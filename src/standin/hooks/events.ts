import { commitsBetween, readCommit } from '../git/commits.ts';
import { readChanges } from '../git/content.ts';
import type { Hub } from '../hub.ts';
import { nodeId } from '../links.ts';
import { simpleUser } from '../shapes/account.ts';
import { installationShape } from '../shapes/app.ts';
import { checkRunEventShape, checkSuiteShape } from '../shapes/check.ts';
import { commentShape, issueShape, reviewShape } from '../shapes/comment.ts';
import { noreply, pushedCommitShape } from '../shapes/commit.ts';
import { pullShape, simplePullShape } from '../shapes/pull.ts';
import { repositoryShape } from '../shapes/repository.ts';
import type {
  Account,
  CheckRun,
  CheckSuite,
  Comment,
  Installation,
  PullRequest,
  Repository,
  Review,
} from '../world/entities.ts';
import { accountById, fullName, must, repositoryById } from '../world/find.ts';

const nothing = '0'.repeat(40);

/** Where it happened and who did it, which every webhook says. */
function scene(hub: Hub, repository: Repository, sender: Account) {
  return { repository: repositoryShape(hub, repository), sender: simpleUser(hub.links, sender) };
}

/** `more`: `before` and `after` of a synchronize, `changes` of an edit. */
export async function emitPull(
  hub: Hub,
  action: string,
  pull: PullRequest,
  sender: Account,
  more: Record<string, unknown> = {},
): Promise<void> {
  const repository = repositoryById(hub.world, pull.repositoryId);
  hub.hooks.emit({
    event: 'pull_request',
    action,
    repository,
    payload: {
      action,
      number: pull.number,
      ...more,
      pull_request: await pullShape(hub, pull),
      ...scene(hub, repository, sender),
    },
  });
}

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

export function emitCheckRun(
  hub: Hub,
  action: 'created' | 'completed' | 'rerequested' | 'requested_action',
  run: CheckRun,
  sender: Account,
  options: { only?: Installation; requestedAction?: string } = {},
): void {
  const repository = repositoryById(hub.world, run.repositoryId);
  hub.hooks.emit({
    event: 'check_run',
    action,
    repository,
    ...(options.only ? { only: options.only } : {}),
    payload: {
      action,
      check_run: checkRunEventShape(hub, run),
      ...(options.requestedAction === undefined
        ? {}
        : { requested_action: { identifier: options.requestedAction } }),
      ...scene(hub, repository, sender),
    },
  });
}

export async function emitCheckSuite(
  hub: Hub,
  action: 'requested' | 'rerequested',
  suite: CheckSuite,
  sender: Account,
  only: Installation,
): Promise<void> {
  const repository = repositoryById(hub.world, suite.repositoryId);
  const app = must(hub.world.apps.get(suite.appId), `app ${suite.appId}`);
  const commit = await readCommit(repository.dir, suite.headSha);
  const runs = [...hub.world.checkRuns.values()].filter((run) => run.suiteId === suite.id);
  const shape = checkSuiteShape(hub, suite);
  const name = fullName(hub.world, repository);
  hub.hooks.emit({
    event: 'check_suite',
    action,
    repository,
    only,
    payload: {
      action,
      check_suite: {
        ...shape,
        app: { ...shape.app, id: app.id },
        latest_check_runs_count: runs.length,
        check_runs_url: hub.links.api(`/repos/${name}/check-suites/${suite.id}/check-runs`),
        rerequestable: true,
        runs_rerequestable: true,
        head_commit: {
          id: commit.sha,
          tree_id: commit.tree,
          message: commit.message,
          timestamp: commit.committer.date,
          author: { name: commit.author.name, email: commit.author.email },
          committer: { name: commit.committer.name, email: commit.committer.email },
        },
      },
      ...scene(hub, repository, sender),
    },
  });
}

export function emitComment(
  hub: Hub,
  action: 'created' | 'edited' | 'deleted',
  comment: Comment,
  pull: PullRequest,
  sender: Account,
  before?: string,
): void {
  const repository = repositoryById(hub.world, comment.repositoryId);
  hub.hooks.emit({
    event: 'issue_comment',
    action,
    repository,
    payload: {
      action,
      ...(action === 'edited' ? { changes: { body: { from: before ?? '' } } } : {}),
      issue: issueShape(hub, pull),
      comment: commentShape(hub, comment),
      ...scene(hub, repository, sender),
    },
  });
}

export function emitReview(hub: Hub, review: Review, pull: PullRequest, sender: Account): void {
  const repository = repositoryById(hub.world, review.repositoryId);
  hub.hooks.emit({
    event: 'pull_request_review',
    action: 'submitted',
    repository,
    payload: {
      action: 'submitted',
      review: reviewShape(hub, review),
      pull_request: simplePullShape(hub, pull),
      ...scene(hub, repository, sender),
    },
  });
}

function repositorySimple(hub: Hub, repository: Repository) {
  return {
    id: repository.id,
    node_id: nodeId('R', repository.id),
    name: repository.name,
    full_name: fullName(hub.world, repository),
    private: repository.private,
  };
}

export function emitInstallation(
  hub: Hub,
  action: 'created' | 'deleted',
  installation: Installation,
  repositories: readonly Repository[],
  sender: Account,
): void {
  hub.hooks.emit({
    event: 'installation',
    action,
    repository: null,
    only: installation,
    payload: {
      action,
      installation: installationShape(hub, installation),
      repositories: repositories.map((repository) => repositorySimple(hub, repository)),
      ...(action === 'created' ? { requester: null } : {}),
      sender: simpleUser(hub.links, sender),
    },
  });
}

export function emitInstallationRepositories(
  hub: Hub,
  action: 'added' | 'removed',
  installation: Installation,
  repositories: readonly Repository[],
  sender: Account,
): void {
  const shaped = repositories.map((repository) => repositorySimple(hub, repository));
  hub.hooks.emit({
    event: 'installation_repositories',
    action,
    repository: null,
    only: installation,
    payload: {
      action,
      installation: installationShape(hub, installation),
      repository_selection: installation.repositoryIds === null ? 'all' : 'selected',
      repositories_added: action === 'added' ? shaped : [],
      repositories_removed: action === 'removed' ? shaped : [],
      requester: null,
      sender: simpleUser(hub.links, sender),
    },
  });
}

export function emitRenamed(hub: Hub, repository: Repository, from: string, sender: Account): void {
  hub.hooks.emit({
    event: 'repository',
    action: 'renamed',
    repository,
    payload: {
      action: 'renamed',
      changes: { repository: { name: { from } } },
      ...scene(hub, repository, sender),
    },
  });
}
