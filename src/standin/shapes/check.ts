import type { Hub } from '../hub.ts';
import { isoTime, nodeId } from '../links.ts';
import type { CheckAnnotation, CheckRun, CheckSuite, PullRequest, Repository } from '../world/entities.ts';
import { fullName, must, pullsOf, repositoryById } from '../world/find.ts';
import { appShape } from './app.ts';

/** GitHub's `check-run`. */
export function checkRunShape(hub: Hub, run: CheckRun) {
  const name = fullName(hub.world, repositoryById(hub.world, run.repositoryId));
  const url = hub.links.api(`/repos/${name}/check-runs/${run.id}`);
  const html = hub.links.html(`/${name}/runs/${run.id}`);
  return {
    id: run.id,
    name: run.name,
    node_id: nodeId('CR', run.id),
    head_sha: run.headSha,
    external_id: run.externalId,
    url,
    html_url: html,
    details_url: run.detailsUrl ?? html,
    status: run.status,
    conclusion: run.conclusion,
    started_at: run.startedAt === null ? null : isoTime(run.startedAt),
    completed_at: run.completedAt === null ? null : isoTime(run.completedAt),
    output: {
      title: run.title,
      summary: run.summary,
      text: run.text,
      annotations_count: run.annotations.length,
      annotations_url: `${url}/annotations`,
    },
    check_suite: { id: run.suiteId },
    app: appShape(hub, appOf(hub, run)),
    pull_requests: pullsAt(hub, run).map((pull) => minimalPull(hub, pull)),
  };
}

/** The same as a webhook tells it: with the whole check suite. */
export function checkRunEventShape(hub: Hub, run: CheckRun) {
  const suite = must(hub.world.checkSuites.get(run.suiteId), `check suite ${run.suiteId}`);
  return { ...checkRunShape(hub, run), check_suite: checkSuiteShape(hub, suite) };
}

export function checkSuiteShape(hub: Hub, suite: CheckSuite) {
  const repository = repositoryById(hub.world, suite.repositoryId);
  const name = fullName(hub.world, repository);
  const url = hub.links.api(`/repos/${name}/check-suites/${suite.id}`);
  const runs = [...hub.world.checkRuns.values()].filter((run) => run.suiteId === suite.id);
  const done = runs.length > 0 && runs.every((run) => run.status === 'completed');
  const pulls = pullsAt(hub, suite);
  return {
    id: suite.id,
    node_id: nodeId('CS', suite.id),
    head_branch: pulls[0]?.headRef ?? null,
    head_sha: suite.headSha,
    status: done ? 'completed' : runs.length > 0 ? 'in_progress' : 'queued',
    conclusion: done ? (runs.at(-1)?.conclusion ?? null) : null,
    url,
    before: null,
    after: suite.headSha,
    pull_requests: pulls.map((pull) => minimalPull(hub, pull)),
    app: appShape(hub, must(hub.world.apps.get(suite.appId), `app ${suite.appId}`)),
    created_at: isoTime(suite.createdAt),
    updated_at: isoTime(suite.createdAt),
  };
}

/** GitHub's `check-annotation`. */
export function annotationShape(hub: Hub, run: CheckRun, annotation: CheckAnnotation) {
  const name = fullName(hub.world, repositoryById(hub.world, run.repositoryId));
  return { ...annotation, blob_href: hub.links.html(`/${name}/blob/${run.headSha}/${annotation.path}`) };
}

function appOf(hub: Hub, run: CheckRun) {
  return must(hub.world.apps.get(run.appId), `app ${run.appId}`);
}

// GitHub leaves out pull requests that come from a fork.
function pullsAt(hub: Hub, at: { repositoryId: number; headSha: string }): PullRequest[] {
  return pullsOf(hub.world, repositoryById(hub.world, at.repositoryId)).filter(
    (pull) =>
      pull.headSha === at.headSha && pull.headRepositoryId === at.repositoryId && pull.state === 'open',
  );
}

function minimalPull(hub: Hub, pull: PullRequest) {
  const base = repositoryById(hub.world, pull.repositoryId);
  return {
    id: pull.id,
    number: pull.number,
    url: hub.links.api(`/repos/${fullName(hub.world, base)}/pulls/${pull.number}`),
    head: { ref: pull.headRef, sha: pull.headSha, repo: minimalRepository(hub, base) },
    base: { ref: pull.baseRef, sha: pull.baseSha, repo: minimalRepository(hub, base) },
  };
}

function minimalRepository(hub: Hub, repository: Repository) {
  const url = hub.links.api(`/repos/${fullName(hub.world, repository)}`);
  return { id: repository.id, url, name: repository.name };
}
