import { expect, test } from 'vitest';
import { afterSecondRun, mayBeTheMachines } from '../../../src/sandbox/verdict/fairness.ts';
import type { TestOutcome } from '../../../src/sandbox/sandbox.ts';

function outcome(
  name: string,
  reason: string | null,
  status: TestOutcome['status'] = 'timeout',
): TestOutcome {
  const nothing = { assertion: null, learnerError: null, limit: null };
  return { name, testFile: 'hidden/a.test.js', status, ...nothing, reason, durationMs: 1 };
}

test.each([
  ['call-time', true],
  ['test-time', true],
  ['total-time', true],
  ['program-time', true],
  ['framework-timeout', true],
  ['cpu-time', false],
  ['wait-time', true],
  ['promise-time', false],
  ['test-cpu-time', false],
  ['program-cpu-time', false],
  ['answer-time', false],
  ['memory', false],
  ['not-called-again', false],
  [null, false],
])('%s may be the fault of a busy machine: %s', (reason, expected) => {
  expect(mayBeTheMachines(outcome('a', reason))).toBe(expected);
});

test('what the clock decided is decided by the second run, and nothing else', () => {
  const first = [
    outcome('slow', 'call-time'),
    outcome('loops', 'cpu-time'),
    outcome('wrong', null, 'failed'),
    outcome('not run', 'stopped-too-often', 'error'),
  ];
  const second = first.map(({ name }) => outcome(name, null, 'passed'));
  expect(afterSecondRun(first, second).map(({ name, status }) => [name, status])).toEqual([
    ['slow', 'passed'],
    ['loops', 'timeout'],
    ['wrong', 'failed'],
    ['not run', 'passed'],
  ]);
});

test('what follows from limits that were the own fault stays', () => {
  const first = [outcome('loops', 'cpu-time'), outcome('again', 'not-called-again')];
  const second = first.map(({ name }) => outcome(name, null, 'passed'));
  expect(afterSecondRun(first, second)).toEqual(first);
});
