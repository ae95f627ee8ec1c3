import Docker from 'dockerode';
import { BASE_IMAGE } from '../baselines/cold-options.ts';
import { describeComparison, describeSample, inTurns, median } from '../comparison.ts';
import { suiteRequest } from './suite.ts';
import { openTouchstone } from './touchstone.ts';
import { openEcho } from './echo.ts';
import { Limits } from '../../src/domain/course/limits.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';

const ROUNDS = 5;
const CALLS = 10_000;
const MANY = `${CALLS} calls`;

const utf8 = new TextEncoder();
const submission = new Map([
  ['package.json', utf8.encode('{ "type": "module" }')],
  ['index.js', utf8.encode('export const add = (a, b) => a + b;')],
]);
const tests = new Map([
  [
    'hidden/calls.test.js',
    utf8.encode(`import assert from 'node:assert/strict';
import { test } from 'node:test';
import { submission } from 'touchstone';

const { add } = await submission.load('index.js');
test('warms up', () => {
  for (let call = 0; call < 500; call += 1) add(call, 1);
});
test('${MANY}', () => {
  for (let call = 0; call < ${CALLS}; call += 1) assert.equal(add(call, 1), call + 1);
});
`),
  ],
]);

/**
 * What a synchronous call of a learner's function costs a test, against what the engine alone takes to carry the
 * same bytes: a call crosses two containers' attached streams, there and back, which is two echoes.
 */
export async function benchCall(say: (line: string) => void): Promise<void> {
  const docker = new Docker();
  const ours = await openTouchstone('a call across the relay', docker);
  const echo = await openEcho(docker, BASE_IMAGE);
  try {
    await ours.run();
    const samples = await inTurns(ROUNDS, [
      { name: ours.name, measure: async () => ((await msOfCalls(ours.sandbox)) / CALLS) * 1000 },
      {
        name: 'two echoes of an attached container',
        measure: async () => 2 * (await echo.microseconds(2_000)),
      },
    ]);
    const [mine, other] = [...samples.values()];
    if (mine === undefined || other === undefined) return;
    say(describeComparison({ what: 'a call', unit: 'µs', ours: mine, other }));
    const values = mine.values.map((us) => (us * CALLS) / 1e6);
    say(describeSample({ name: MANY, values }, 's'));
    say(`calls a second: ${(1e6 / median(mine.values)).toFixed(0)}`);
  } finally {
    await echo.close();
    await ours.close();
  }
}

async function msOfCalls(sandbox: Sandbox): Promise<number> {
  const limits = Limits.parse({ testSeconds: 120, totalSeconds: 300 });
  const outcome = await sandbox.run(
    suiteRequest({ submission, tests, expected: ['warms up', MANY], limits }),
  );
  if (outcome.kind === 'broken') throw new Error(outcome.reason);
  const many = outcome.tests.find(({ name }) => name === MANY);
  if (many?.status !== 'passed') throw new Error(`the calls did not end well: ${JSON.stringify(outcome)}`);
  return many.durationMs;
}
