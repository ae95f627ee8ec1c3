import { z } from 'zod';
import type { Need } from '../access/tokens.ts';
import { created, forbidden, notFound, ok, unprocessable } from '../api/reply.ts';
import { hasCommit, resolveCommit } from '../git/commits.ts';
import { emitCheckRun } from '../hooks/check-events.ts';
import { annotationShape, checkRunShape } from '../shapes/check.ts';
import type { App, CheckAnnotation, CheckRun, Repository } from '../world/entities.ts';
import { accountById, checkRunsOf, latestCheckRuns } from '../world/find.ts';
import { suiteFor } from '../people/suites.ts';
import { callingInstallation, number, repositoryOf, text, type Call, type Handler } from './call.ts';
import { pageOf, paged } from './paging.ts';

const read: Need = { names: ['checks'], level: 'read' };
const write: Need = { names: ['checks'], level: 'write' };

const Annotation = z.object({
  path: z.string(),
  start_line: z.number(),
  end_line: z.number(),
  start_column: z.number().optional(),
  end_column: z.number().optional(),
  annotation_level: z.enum(['notice', 'warning', 'failure']),
  message: z.string(),
  title: z.string().optional(),
  raw_details: z.string().optional(),
});
const CheckBody = z.object({
  name: z.string().optional(),
  head_sha: z.string().optional(),
  details_url: z.string().optional(),
  external_id: z.string().optional(),
  status: z.string().optional(),
  conclusion: z.string().optional(),
  started_at: z.string().optional(),
  completed_at: z.string().optional(),
  output: z
    .object({
      title: z.string().optional(),
      summary: z.string(),
      text: z.string().optional(),
      annotations: z.array(Annotation).optional(),
    })
    .optional(),
  actions: z
    .array(z.object({ label: z.string(), description: z.string(), identifier: z.string() }))
    .optional(),
});
type CheckBody = z.infer<typeof CheckBody>;

/** Check runs. Only Apps make them, and each changes only its own. */
export const checkCalls = {
  'checks/create': async (call) => {
    const repository = repositoryOf(call, write);
    const { app } = callingInstallation(call);
    const body = CheckBody.parse(call.body);
    const sha = body.head_sha ?? '';
    if (!/^[0-9a-f]{40}$/.test(sha) || !(await hasCommit(repository.dir, sha))) {
      throw unprocessable(`No commit found for SHA: ${sha}`);
    }
    const annotations = annotationsOf(body);
    const run = newRun(call, repository, app, body, sha);
    applyBody(call, run, body, annotations);
    call.hub.world.checkRuns.set(run.id, run);
    tell(call, 'created', run);
    return created(checkRunShape(call.hub, run));
  },
  'checks/update': (call) => {
    const repository = repositoryOf(call, write);
    const { app } = callingInstallation(call);
    const run = runOf(call, repository);
    if (run.appId !== app.id)
      throw forbidden(
        'Invalid app_id `' +
          String(app.id) +
          '` - check run can only be modified by the GitHub App that created it.',
      );
    const body = CheckBody.parse(call.body ?? {});
    const annotations = annotationsOf(body);
    const before = run.status;
    applyBody(call, run, body, annotations);
    if (before !== 'completed' && run.status === 'completed') tell(call, 'completed', run);
    return ok(checkRunShape(call.hub, run));
  },
  'checks/get': (call) => ok(checkRunShape(call.hub, runOf(call, repositoryOf(call, read)))),
  'checks/list-annotations': (call) => {
    const run = runOf(call, repositoryOf(call, read));
    return paged(call, run.annotations, (annotation) => annotationShape(call.hub, run, annotation));
  },
  'checks/list-for-ref': async (call) => {
    const repository = repositoryOf(call, read);
    const sha = await resolveCommit(repository.dir, text(call, 'ref'));
    if (!sha) throw unprocessable(`No commit found for SHA: ${text(call, 'ref')}`);
    const name = text(call, 'check_name');
    const status = text(call, 'status');
    const appId = number(call, 'app_id');
    const all = checkRunsOf(call.hub.world, repository, sha);
    const found = (text(call, 'filter') === 'all' ? all : latestCheckRuns(all))
      .filter((run) => name === '' || run.name === name)
      .filter((run) => status === '' || run.status === status)
      .filter((run) => Number.isNaN(appId) || run.appId === appId);
    const page = pageOf(call, found);
    const check_runs = page.items.map((run) => checkRunShape(call.hub, run));
    return ok({ total_count: found.length, check_runs }, page.headers);
  },
} satisfies Record<string, Handler>;

function runOf(call: Call, repository: Repository): CheckRun {
  const run = call.hub.world.checkRuns.get(number(call, 'check_run_id'));
  if (run?.repositoryId !== repository.id) throw notFound();
  return run;
}

function tell(call: Call, action: 'created' | 'completed', run: CheckRun): void {
  const { app } = callingInstallation(call);
  emitCheckRun(call.hub, action, run, accountById(call.hub.world, app.botId));
}

function newRun(call: Call, repository: Repository, app: App, body: CheckBody, sha: string): CheckRun {
  const { world } = call.hub;
  return {
    id: world.nextId(),
    repositoryId: repository.id,
    suiteId: suiteFor(world, repository, app, sha).id,
    appId: app.id,
    name: body.name ?? '',
    headSha: sha,
    externalId: '',
    detailsUrl: null,
    status: 'queued',
    conclusion: null,
    startedAt: world.clock.now(),
    completedAt: null,
    title: null,
    summary: null,
    text: null,
    annotations: [],
    actions: [],
  };
}

/** A conclusion completes a run; a run that is completed needs a conclusion; reopening it takes the conclusion away. */
function applyBody(call: Call, run: CheckRun, body: CheckBody, annotations: CheckAnnotation[]): void {
  const now = call.hub.world.clock.now();
  const status = body.conclusion ? 'completed' : (body.status ?? run.status);
  const conclusion = body.conclusion ?? (status === 'completed' ? run.conclusion : null);
  if (status === 'completed' && !conclusion) {
    throw unprocessable("Invalid request.\n\nFor 'anyOf/0', \"conclusion\" wasn't supplied.");
  }
  run.status = status;
  run.conclusion = conclusion;
  run.completedAt = status === 'completed' ? timeOf(body.completed_at, run.completedAt ?? now) : null;
  run.startedAt = timeOf(body.started_at, run.startedAt ?? now);
  run.name = body.name ?? run.name;
  run.externalId = body.external_id ?? run.externalId;
  run.detailsUrl = body.details_url ?? run.detailsUrl;
  run.actions = body.actions ?? run.actions;
  if (body.output) {
    run.title = body.output.title ?? run.title;
    run.summary = body.output.summary;
    run.text = body.output.text ?? run.text;
    // GitHub adds annotations to those that are there; it never takes one away.
    run.annotations.push(...annotations);
  }
}

function timeOf(iso: string | undefined, otherwise: number): number {
  return iso === undefined ? otherwise : Date.parse(iso);
}

function annotationsOf(body: CheckBody): CheckAnnotation[] {
  return (body.output?.annotations ?? []).map((annotation) => {
    const { start_line: start, end_line: end } = annotation;
    const columns = annotation.start_column !== undefined || annotation.end_column !== undefined;
    if (start < 1 || end < start) {
      throw unprocessable('Validation Failed', [
        {
          resource: 'CheckAnnotation',
          code: 'invalid',
          field: 'end_line',
          message: 'must be on or after start_line, and both at least 1',
        },
      ]);
    }
    if (columns && start !== end) {
      throw unprocessable('Validation Failed', [
        {
          resource: 'CheckAnnotation',
          code: 'invalid',
          field: 'start_column',
          message: 'columns need start_line and end_line to be the same',
        },
      ]);
    }
    if (annotation.path.startsWith('/') || annotation.path === '') {
      throw unprocessable('Validation Failed', [
        {
          resource: 'CheckAnnotation',
          code: 'invalid',
          field: 'path',
          message: 'must be relative to the repository',
        },
      ]);
    }
    return {
      ...annotation,
      start_column: annotation.start_column ?? null,
      end_column: annotation.end_column ?? null,
      title: annotation.title ?? null,
      raw_details: annotation.raw_details ?? null,
    };
  });
}
