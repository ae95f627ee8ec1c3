import Docker from 'dockerode';
import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { createDockerSandbox } from '../../../src/adapters/docker/docker-sandbox.ts';
import { LABELS, thisOwner } from '../../../src/adapters/docker/owner.ts';
import type { FileMap } from '../../../src/domain/course/file-map.ts';
import { Limits } from '../../../src/domain/course/limits.ts';
import { ANALYSIS_LIMITS } from '../../../src/sandbox/analysis/limits.ts';
import { syntaxAnalysis } from '../../../src/sandbox/analysis/syntax.ts';
import type { Sandbox, SandboxRequest } from '../../../src/sandbox/sandbox.ts';
import type { Happening } from '../../../src/sandbox/trace.ts';

// The pool over real containers: what waits, what is used again, and that nothing stays.
const docker = new Docker();
const gradersDir = new URL('../../../graders', import.meta.url).pathname;
const limits = Limits.parse({ memoryMiB: 160 });
const project = { slug: 'a-project', dependencies: new Map<string, Uint8Array>() };

const bytes = (files: Record<string, string>): FileMap =>
  new Map(Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)]));

const request = (index: string, more: Partial<SandboxRequest> = {}): SandboxRequest => ({
  grader: 'node',
  project,
  submission: bytes({ 'index.mjs': index }),
  tests: bytes({
    'hidden/a.test.mjs': `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { submission } from 'touchstone';
const { add } = await submission.load('index.mjs');
test('adds', () => { assert.equal(add(2, 3), 5); });
`,
  }),
  expected: ['adds'],
  partial: false,
  limits,
  signal: new AbortController().signal,
  onTest: () => undefined,
  ...more,
});
const right = 'export const add = (a, b) => a + b;';

let opened: Sandbox | null = null;
function open(capacity: { places: number; spares: number }): Sandbox {
  opened = createDockerSandbox({ gradersDir, docker, capacity });
  return opened;
}

async function ours(role?: string): Promise<string[]> {
  const label = [`${LABELS.owner}=${thisOwner()}`, ...(role === undefined ? [] : [`${LABELS.role}=${role}`])];
  const found = await docker.listContainers({ all: true, filters: { label } });
  return found.map(({ Id }) => Id).sort();
}

async function statusOf(run: Promise<Awaited<ReturnType<Sandbox['run']>>>): Promise<string[]> {
  const outcome = await run;
  return outcome.kind === 'broken' ? [outcome.reason] : outcome.tests.map(({ status }) => status);
}

afterEach(async () => {
  await opened?.close();
  expect(await ours()).toEqual([]);
});

describe('a pool', () => {
  test('has containers ready before anybody asks, and no more than may wait', async () => {
    const sandbox = open({ places: 2, spares: 4 });
    sandbox.keepReady([{ grader: 'node', project, limits }]);
    await sandbox.settled();
    expect([(await ours('learner')).length, (await ours('runner')).length]).toEqual([2, 2]);
  });

  test('gives each run a learner container that nobody had before, and the same runner again', async () => {
    const sandbox = open({ places: 1, spares: 4 });
    const used = new Set<string>();
    const runners = new Set<string>();
    for (let turn = 0; turn < 4; turn += 1) {
      expect(await statusOf(sandbox.run(request(right)))).toEqual(['passed']);
      await sandbox.settled();
      const waiting = await ours('learner');
      expect(waiting.filter((id) => used.has(id)).length).toBeLessThanOrEqual(1);
      for (const id of waiting) used.add(id);
      for (const id of await ours('runner')) runners.add(id);
    }
    expect(used.size).toBeGreaterThanOrEqual(4);
    expect(runners.size).toBe(1);
  });

  test('does not give a runner to another run when its run was cut off', async () => {
    const sandbox = open({ places: 1, spares: 4 });
    await statusOf(sandbox.run(request(right)));
    await sandbox.settled();
    const [before] = await ours('runner');
    const abort = new AbortController();
    const hangs = request('export const add = () => { for (;;); };', { signal: abort.signal });
    const cut = expect(sandbox.run(hangs)).rejects.toBe('a newer push');
    await sleep(300);
    abort.abort('a newer push');
    await cut;
    await sandbox.settled();
    expect(await ours('runner')).not.toContain(before);
    expect(await statusOf(sandbox.run(request(right)))).toEqual(['passed']);
  });

  test('replaces a container that ends while it waits, even one whose end nobody has seen yet', async () => {
    const sandbox = open({ places: 1, spares: 8 });
    sandbox.keepReady([{ grader: 'node', project, limits }], [{ grader: 'node', limits: ANALYSIS_LIMITS }]);
    await sandbox.settled();
    const roles = ['learner', 'runner', 'analyst'];
    const waiting = await Promise.all(roles.map((role) => ours(role)));
    expect(waiting.map(({ length }) => length)).toEqual([2, 1, 1]);
    // While this process stands still it hears of no end; the runs begin before it can.
    execFileSync('docker', ['kill', ...waiting.flat()]);
    const { submission, signal } = request(right);
    const [statuses, analysed] = await Promise.all([
      statusOf(sandbox.run(request(right))),
      sandbox.analyse({ grader: 'node', submission, analysis: syntaxAnalysis, signal }),
    ]);
    expect([statuses, analysed.kind]).toEqual([['passed'], 'completed']);
    await sandbox.settled();
    expect((await ours('learner')).length).toBeGreaterThanOrEqual(1);
  });

  test('lets no more run at once than there are places, and all of them in the end', async () => {
    const sandbox = open({ places: 2, spares: 0 });
    let running = 0;
    let most = 0;
    const onHappening = ({ what }: Happening): void => {
      if (what === 'place') most = Math.max(most, (running += 1));
      if (what === 'report') running -= 1;
    };
    const runs = [1, 2, 3, 4, 5].map(() => statusOf(sandbox.run({ ...request(right), onHappening })));
    const seen: number[] = [];
    const all = Promise.all(runs);
    for (let over = false; !over;) {
      seen.push((await ours('learner')).length);
      over = await Promise.race([all.then(() => true), sleep(20).then(() => false)]);
    }
    expect(await all).toEqual(runs.map(() => ['passed']));
    expect(most).toBe(sandbox.places);
    // What is being removed is listed beside its successor.
    expect(Math.max(...seen)).toBeLessThanOrEqual(2 * sandbox.places);
  });

  test('that is closed in the middle of everything leaves nothing', async () => {
    const sandbox = open({ places: 2, spares: 6 });
    sandbox.keepReady([{ grader: 'node', project, limits }]);
    const runs = Promise.allSettled([
      sandbox.run(request(right)),
      sandbox.run(request(right)),
      sandbox.run(request(right)),
    ]);
    await sleep(150);
    await sandbox.close();
    await runs;
    expect(await ours()).toEqual([]);
    await expect(sandbox.run(request(right))).rejects.toThrow('closed');
  });
});
