import { readCommit } from '../git/commits.ts';
import type { Hub } from '../hub.ts';
import { checkRunEventShape, checkSuiteShape } from '../shapes/check.ts';
import type { Account, CheckRun, CheckSuite, Installation } from '../world/entities.ts';
import { fullName, must, repositoryById } from '../world/find.ts';
import { scene } from './scene.ts';

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
