import Docker from 'dockerode';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { createDockerSandbox } from '../../../src/adapters/docker/docker-sandbox.ts';
import { LABELS, thisOwner } from '../../../src/adapters/docker/owner.ts';
import type { FileMap } from '../../../src/domain/course/file-map.ts';
import { Limits } from '../../../src/domain/course/limits.ts';
import type { SandboxOutcome, SandboxRequest, TestOutcome } from '../../../src/sandbox/sandbox.ts';

const containing = (text: string): unknown => expect.stringContaining(text);
const docker = new Docker();
const gradersDir = new URL('../../../graders', import.meta.url).pathname;
const sandbox = createDockerSandbox({ gradersDir, docker });

const bytes = (files: Record<string, string>): FileMap =>
  new Map(Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)]));

const HEAD = `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { submission } from 'touchstone';
`;

function request(index: string, tests: string, more: Partial<SandboxRequest> = {}): SandboxRequest {
  return {
    grader: 'node',
    project: { slug: 'a-project', dependencies: new Map() },
    submission: bytes({ 'package.json': '{ "type": "module" }', 'index.js': index }),
    tests: bytes({ 'hidden/a.test.js': HEAD + tests }),
    expected: [...tests.matchAll(/^test\('([^']+)'/gm)].map(([, name]) => name ?? ''),
    partial: false,
    limits: Limits.parse({}),
    signal: new AbortController().signal,
    onTest: () => undefined,
    ...more,
  };
}

const ours = () =>
  docker.listContainers({ all: true, filters: { label: [`${LABELS.owner}=${thisOwner()}`] } });

function tests(outcome: SandboxOutcome): TestOutcome[] {
  if (outcome.kind === 'broken') throw new Error(outcome.reason);
  return outcome.tests;
}

afterEach(async () => {
  await sandbox.settled();
  expect(await ours()).toEqual([]);
});
afterAll(() => sandbox.close());

async function untilContainers(count: number): Promise<void> {
  while ((await ours()).filter(({ State }) => State === 'running').length < count) await sleep(20);
}

describe('an abort', () => {
  const hangs = request(
    'export const f = () => { for (;;); };',
    `const { f } = await submission.load('index.js');
test('hangs', () => { f(); });
`,
  );

  test('while a call hangs stops both containers within a second', async () => {
    const abort = new AbortController();
    const run = sandbox.run({ ...hangs, signal: abort.signal });
    const reason = new Error('a newer push');
    const rejected = expect(run).rejects.toBe(reason);
    await untilContainers(2);
    const at = performance.now();
    abort.abort(reason);
    await rejected;
    expect(performance.now() - at).toBeLessThan(1500);
  });

  test('while containers start leaves nothing behind', async () => {
    const abort = new AbortController();
    const run = sandbox.run({ ...hangs, signal: abort.signal });
    const rejected = expect(run).rejects.toBe('now');
    abort.abort('now');
    await rejected;
  });

  test('before it begins starts nothing', async () => {
    await expect(sandbox.run({ ...hangs, signal: AbortSignal.abort('early') })).rejects.toBe('early');
  });
});

describe('a run', () => {
  test('tells of each test as it ends', async () => {
    const done: number[] = [];
    const outcome = await sandbox.run(
      request('export const one = 1;', `test('a', () => {});\ntest('b', () => {});\n`, {
        onTest: (n) => done.push(n),
      }),
    );
    expect(tests(outcome).map(({ status }) => status)).toEqual(['passed', 'passed']);
    expect(done).toEqual([1, 2]);
  });

  test('draws the same numbers for the same submission and others for another', async () => {
    const text = `test('shows', () => { assert.equal(String([submission.random(), submission.random()]), ''); });\n`;
    const actuals = [];
    for (const index of ['export {};', 'export {};', 'export const other = 1;']) {
      const [outcome] = tests(await sandbox.run(request(index, text)));
      actuals.push(outcome?.assertion?.actual);
    }
    expect(actuals[0]).toMatch(/0\.\d+,0\.\d+/);
    expect(actuals[1]).toBe(actuals[0]);
    expect(actuals[2]).not.toBe(actuals[0]);
  });

  test('that uses all its time fails the rest, and decides nothing it does not know', async () => {
    const limits = Limits.parse({ callSeconds: 2, testSeconds: 60, totalSeconds: 3 });
    const outcome = await sandbox.run(
      request(
        'export const slow = () => new Promise((done) => { setTimeout(done, 1200); });',
        `const { slow } = await submission.load('index.js');
test('quick', async () => { await slow(); });
test('slow', async () => { for (let at = 0; at < 20; at += 1) await slow(); });
`,
        { limits },
      ),
    );
    expect(tests(outcome).map(({ status }) => status)).toEqual(['passed', 'timeout']);
    expect(tests(outcome)[1]?.limit).toContain('3 seconds');
  });

  test.each([
    [
      'node',
      'hidden/a.test.js',
      `${HEAD}const { f } = await submission.load('index.js');
test('first', () => { assert.equal(f(), 1); });
test('waits for what never comes', { timeout: 1e9 }, async () => { f(); await new Promise((done) => { setTimeout(done, 1e8); }); });
test('last', () => { assert.equal(f(), 1); });
`,
    ],
    [
      'python',
      'hidden/test_a.py',
      `import time
from touchstone import submission
f = submission.load('main.py').f
def test_first(): assert f() == 1
def test_waits_for_what_never_comes():
    f()
    time.sleep(1e6)
def test_last(): assert f() == 1
`,
    ],
  ])('of %s whose tests hang is stopped when its time is over', async (grader, path, text) => {
    const limits = Limits.parse({ testSeconds: 120, totalSeconds: 2 });
    const code = { 'index.js': 'exports.f = () => 1;', 'main.py': 'def f(): return 1\n' };
    const expected = [...text.matchAll(/^(?:test\('([^']+)'|def (\w+))/gm)].map(([, a, b]) => a ?? b ?? '');
    const outcome = await sandbox.run(
      request('', '', { grader, submission: bytes(code), tests: bytes({ [path]: text }), expected, limits }),
    );
    expect(tests(outcome).map(({ status }) => status)).toEqual(['passed', 'timeout', 'timeout']);
    expect(tests(outcome)[2]?.limit).toContain('2 seconds');
  });

  test("whose tests never end is the author's fault", { timeout: 240_000 }, async () => {
    const limits = Limits.parse({ testSeconds: 120, totalSeconds: 1 });
    const outcome = await sandbox.run(
      request('export {};', `test('loops', () => { for (;;); });\n`, { limits }),
    );
    expect(outcome).toMatchObject({ kind: 'broken', audience: 'author' });
  });

  test('files of any name arrive, and those that no file system takes are left out', async () => {
    const long = 'l'.repeat(255);
    const index = `import { readFileSync } from 'node:fs';
export const size = (path) => { try { return readFileSync(path).length; } catch { return null; } };`;
    const submission = new Map([
      ...request(index, '').submission,
      ...bytes({
        [long]: 'long',
        'a/b/ü – 😀.txt': 'odd',
        [`${long}l`]: 'too long',
        'a/b': 'a folder',
        '../out': 'out',
      }),
      ['big.bin', new Uint8Array(3 * 1024 * 1024)] as const,
    ]);
    const outcome = await sandbox.run({
      ...request(
        '',
        `const { size } = await submission.load('index.js');
test('sizes', () => {
  const paths = [${JSON.stringify(long)}, 'a/b/ü – 😀.txt', 'big.bin', ${JSON.stringify(`${long}l`)}, 'a/b', '/out'];
  assert.deepEqual(paths.map(size), [4, 3, 3 * 1024 * 1024, null, null, null]);
});
`,
      ),
      submission,
    });
    expect(tests(outcome)[0]).toMatchObject({ status: 'passed' });
  });
});

describe("what is not the learner's fault", () => {
  test('a grader that there is not', async () => {
    const outcome = await sandbox.run(request('', '', { grader: 'cobol' }));
    expect(outcome).toMatchObject({
      kind: 'broken',
      audience: 'author',
      reason: containing('cobol'),
    });
  });

  test('Docker that does not answer', async () => {
    const away = createDockerSandbox({
      gradersDir,
      docker: new Docker({ socketPath: '/nowhere/docker.sock' }),
    });
    const outcome = await away.run(request('', ''));
    expect(outcome).toMatchObject({
      kind: 'broken',
      audience: 'operator',
      reason: containing('Docker'),
    });
  });
});

test("time that runs out while this process stands still is nobody's miss", async () => {
  let stoodStill = false;
  const outcome = await sandbox.run(
    request(
      'export const later = (n) => new Promise((settle) => setTimeout(settle, 50, n));',
      `const { later } = await submission.load('index.js');
test('a', async () => assert.equal(await later(1), 1));
test('b', async () => assert.equal(await later(2), 2));
`,
      {
        limits: Limits.parse({ testSeconds: 2, callSeconds: 2 }),
        onTest: () => {
          if (stoodStill) return;
          stoodStill = true;
          Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5_000);
        },
      },
    ),
  );
  expect(stoodStill).toBe(true);
  // Which of the two comes first after the standstill, the answer or the look at the clock, is chance.
  if (outcome.kind === 'completed')
    expect(tests(outcome).map(({ status }) => status)).toEqual(['passed', 'passed']);
  else
    expect(outcome).toEqual({ kind: 'broken', audience: 'operator', reason: containing('stood still for') });
});
