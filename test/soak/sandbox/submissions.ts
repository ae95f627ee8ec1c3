import type { FileMap } from '../../../src/domain/course/file-map.ts';
import { Limits } from '../../../src/domain/course/limits.ts';
import type { Sandbox, SandboxOutcome, SandboxRequest } from '../../../src/sandbox/sandbox.ts';

const bytes = (files: Record<string, string>): FileMap =>
  new Map(Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)]));

const NAMES = Array.from({ length: 10 }, (_, at) => `adds pair ${at + 1}`);

const tests = bytes({
  'hidden/add.test.js': `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { submission } from 'touchstone';

const { add } = await submission.load('index.js');
const number = () => Math.floor(submission.random() * 1e6);
for (const name of ${JSON.stringify(NAMES)}) {
  test(name, () => {
    const [a, b] = [number(), number()];
    assert.equal(add(a, b), a + b);
  });
}
`,
});

const SUBMISSIONS = {
  honest: { index: 'export const add = (a, b) => a + b;', passes: 10 },
  wrong: { index: 'export const add = (a, b) => a - b;', passes: 0 },
  // Each container that it gets ends at the first call: the run uses up all its replacements.
  crashes: { index: 'export const add = () => process.exit(0);', passes: 0 },
  hangs: { index: 'export const add = () => { for (;;); };', passes: 0 },
};

export interface Expecting {
  request: SandboxRequest;
  passes: number;
}

/** The request of a run by its number: most are honest; each tenth is wrong, each twentieth crashes, each fiftieth hangs. */
export function requestOf(run: number): Expecting {
  const { index, passes } =
    run % 50 === 0
      ? SUBMISSIONS.hangs
      : run % 20 === 0
        ? SUBMISSIONS.crashes
        : run % 10 === 0
          ? SUBMISSIONS.wrong
          : SUBMISSIONS.honest;
  const request: SandboxRequest = {
    grader: 'node',
    project: { slug: 'soak', dependencies: new Map() },
    submission: bytes({ 'package.json': '{ "type": "module" }', 'index.js': index }),
    tests,
    expected: NAMES,
    partial: false,
    limits: Limits.parse({ callSeconds: 0.5 }),
    signal: new AbortController().signal,
    onTest: () => undefined,
  };
  return { request, passes };
}

/** Runs it. Null when it came out as it must, else what came out. */
export async function outcomeOf(sandbox: Sandbox, { request, passes }: Expecting): Promise<string | null> {
  const outcome: SandboxOutcome = await sandbox.run(request);
  if (outcome.kind === 'broken') return outcome.reason;
  const passed = outcome.tests.filter(({ status }) => status === 'passed').length;
  return outcome.tests.length === NAMES.length && passed === passes
    ? null
    : `${passed} of ${outcome.tests.length} tests passed, not ${passes} of ${NAMES.length}`;
}
