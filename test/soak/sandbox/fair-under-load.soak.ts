import { type ChildProcess, spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDockerSandbox } from '../../../src/adapters/docker/docker-sandbox.ts';
import { Limits } from '../../../src/domain/course/limits.ts';
import type { Happening } from '../../../src/sandbox/trace.ts';

const gradersDir = new URL('../../../graders', import.meta.url).pathname;
const RUNS = 10;
/** For each processor: what computes has a third of it. */
const BURNERS = 2;

const text = (content: string): Uint8Array => new TextEncoder().encode(content);

/** `work` needs 0.8 s of CPU time, of the 1 s that a call may take; `forget` gives a promise that nobody settles. */
const SUBMISSION = `
export function work() {
  const start = process.cpuUsage();
  for (;;) {
    const { user, system } = process.cpuUsage(start);
    if (user + system >= 800_000) return 'done';
  }
}
export const workLater = async () => work();
export function loop() {
  for (;;);
}
export const forget = () => new Promise(() => undefined);
`;
const PROGRAM = `
const start = process.cpuUsage();
for (let used = 0; used < 700_000; ) {
  const { user, system } = process.cpuUsage(start);
  used = user + system;
}
console.log('done');
`;
const TESTS = `
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { submission } from 'touchstone';
const { work, workLater, loop, forget } = await submission.load('index.js');
test('works', () => assert.equal(work(), 'done'));
test('works later', async () => assert.equal(await workLater(), 'done'));
test('works as a program', async () => assert.equal((await submission.run()).stdout, 'done\\n'));
test('loops', () => loop());
test('forgets', () => forget());
`;
const names = ['works', 'works later', 'works as a program', 'loops', 'forgets'];

const sandbox = createDockerSandbox({ gradersDir });
const burners: ChildProcess[] = [];
beforeAll(() => {
  for (let at = 0; at < availableParallelism() * BURNERS; at += 1) {
    burners.push(spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }));
  }
});
afterAll(async () => {
  for (const burner of burners) burner.kill('SIGKILL');
  await sandbox.close();
});

it(`is fair ${RUNS} times over while every processor is busy`, async () => {
  const clock: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const happenings: Happening[] = [];
    const outcome = await sandbox.run({
      grader: 'node',
      project: { slug: 'fair', dependencies: new Map() },
      submission: new Map([
        ['package.json', text('{ "type": "module", "bin": "cli.js" }')],
        ['index.js', text(SUBMISSION)],
        ['cli.js', text(PROGRAM)],
      ]),
      tests: new Map([['hidden/fair.test.js', text(TESTS)]]),
      expected: names,
      partial: false,
      limits: Limits.parse({ callSeconds: 1, testSeconds: 8, totalSeconds: 120 }),
      signal: new AbortController().signal,
      onTest: () => undefined,
      onHappening: (happening) => happenings.push(happening),
    });
    const seen =
      outcome.kind === 'completed' ? outcome.tests.map(({ name, reason }) => [name, reason]) : outcome;
    expect(seen).toEqual([
      ['works', null],
      ['works later', null],
      ['works as a program', null],
      ['loops', 'cpu-time'],
      ['forgets', 'promise-time'],
    ]);
    if (outcome.kind === 'completed') clock.push(outcome.tests[0]?.durationMs ?? 0);
    // The clock has decided nothing, so nothing had to be run again.
    expect(happenings.filter(({ what }) => what === 'place')).toHaveLength(1);
  }
  console.log(
    `0.8 s of CPU time, with a limit of 1 s, took ${clock.map((ms) => (ms / 1000).toFixed(1)).join(', ')} s on the clock of a busy machine`,
  );
});
