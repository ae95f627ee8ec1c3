import { describe, expect, test } from 'vitest';
import { Limits } from '../../../src/domain/course/limits.ts';
import { RunnerReport, type Cause, type ReportedTest } from '../../../src/sandbox/verdict/report.ts';
import type { SandboxOutcome, TestOutcome } from '../../../src/sandbox/sandbox.ts';
import { verdict } from '../../../src/sandbox/verdict/verdict.ts';

const containing = (text: string): unknown => expect.stringContaining(text);

const limits = Limits.parse({});

function reported(
  name: string,
  status: ReportedTest['status'] = 'passed',
  cause: Cause | null = null,
): ReportedTest {
  return { name, status, duration: 1, filePath: 'hidden/a.test.js', extra: { cause } };
}

function judged(
  tests: ReportedTest[],
  broken: { file: string; cause: Cause }[] = [],
  partial = false,
): SandboxOutcome {
  const summary = { tests: 0, passed: 0, failed: 0, skipped: 0, pending: 0, other: 0, start: 0, stop: 0 };
  const report = RunnerReport.parse({
    reportFormat: 'CTRF',
    specVersion: '0.0.0',
    results: { tool: { name: 'node:test' }, summary, tests, extra: { broken } },
  });
  return verdict(report, { expected: ['a', 'b'], partial, limits });
}

function tests(outcome: SandboxOutcome): TestOutcome[] {
  if (outcome.kind === 'broken') throw new Error(outcome.reason);
  return outcome.tests;
}

const statuses = (outcome: SandboxOutcome): string[] => tests(outcome).map(({ status }) => status);

describe('a manifest that is fulfilled', () => {
  test('each test once and passed', () => {
    expect(statuses(judged([reported('a'), reported('b')]))).toEqual(['passed', 'passed']);
  });

  test('tests that nobody asked for count for nothing', () => {
    expect(statuses(judged([reported('a'), reported('b', 'failed'), reported('c')]))).toEqual([
      'passed',
      'failed',
    ]);
  });
});

describe('what is not a pass', () => {
  test.each(['failed', 'skipped', 'pending', 'other'] as const)('%s', (status) => {
    expect(statuses(judged([reported('a', status), reported('b')]))).toEqual(['failed', 'passed']);
  });

  test('passed with a reason why not', () => {
    const cause: Cause = { kind: 'limit', reason: 'call-time' };
    expect(statuses(judged([reported('a', 'passed', cause), reported('b')]))).toEqual(['timeout', 'passed']);
  });

  test('missing, and doubled: then the author is told, and nothing is decided', () => {
    expect(judged([reported('a')])).toMatchObject({ kind: 'broken', audience: 'author' });
    expect(judged([reported('a'), reported('a'), reported('b')])).toMatchObject({
      kind: 'broken',
      audience: 'author',
      reason: containing('2 tests are called "a"'),
    });
  });
});

describe('a test file that stopped at its top', () => {
  const learner: Cause = {
    kind: 'learner',
    name: 'TypeError',
    message: 'no',
    file: 'index.js',
    line: 3,
    beforeAnyCall: true,
  };

  test('because of the submission: its missing tests fail with the error', () => {
    const outcome = tests(judged([reported('a')], [{ file: 'hidden/b.test.js', cause: learner }]));
    expect(outcome[1]).toMatchObject({
      name: 'b',
      testFile: 'hidden/b.test.js',
      status: 'error',
      learnerError: { line: 3 },
    });
  });

  test('because of itself: the author is told', () => {
    const cause: Cause = { kind: 'thrown', message: 'SyntaxError: no' };
    expect(judged([reported('a'), reported('b')], [{ file: 'hidden/b.test.js', cause }])).toMatchObject({
      kind: 'broken',
      audience: 'author',
      reason: containing('hidden/b.test.js'),
    });
  });
});

test('of public tests alone, what they do not have is left out', () => {
  expect(tests(judged([reported('b')], [], true)).map(({ name }) => name)).toEqual(['b']);
});

test.each([
  [
    'cpu-time',
    'timeout',
    /^This test used more than 2 seconds of CPU time: is there a loop that does not end\?$/,
  ],
  ['call-time', 'timeout', /took more than 2 seconds/],
  ['wait-time', 'timeout', /waited more than 2 seconds/],
  ['test-cpu-time', 'timeout', /5 seconds of CPU time in all/],
  ['answer-time', 'timeout', /gave no answer within 2 seconds/],
  ['promise-time', 'timeout', /promise/],
  ['memory', 'error', /256 MB/],
  ['program-output', 'error', /more than 256 KB.*prints without end/],
  ['files', 'error', /more than 32 MB or 2048 files/],
  ['processes', 'error', /more than 64 at once/],
  ['stopped-too-often', 'error', /not run/],
])('the limit %s ends a test as %s, in words', (reason, status, words) => {
  const [outcome] = tests(judged([reported('a', 'failed', { kind: 'limit', reason }), reported('b')]));
  expect(outcome?.status).toBe(status);
  expect(outcome?.limit).toMatch(words);
  expect(outcome?.reason).toBe(reason);
});

test.each([
  ['Error', 'ENOSPC: no space left on device, write', 'files'],
  ['OSError', '[Errno 28] No space left on device', 'files'],
  ['OSError', "[Errno 27] File too large: 'big'", 'files'],
  ['Error', "EMFILE: too many open files, open 'a.txt'", 'open-files'],
  ['Error', 'spawn node EAGAIN', 'processes'],
  ['Error', 'spawnSync /bin/sh EAGAIN', 'processes'],
  ['RuntimeError', "can't start new thread", 'processes'],
  ['BlockingIOError', '[Errno 11] Resource temporarily unavailable', 'processes'],
  ['MemoryError', '', 'memory'],
  ['RangeError', 'Array buffer allocation failed', 'memory'],
  ['TypeError', 'basket is not iterable', null],
  ['RangeError', 'Invalid array length', null],
])('%s: %s speaks of the limit %s, and stays an error', (name, message, reason) => {
  const cause: Cause = { kind: 'learner', name, message, file: null, line: null, beforeAnyCall: false };
  const [outcome] = tests(judged([reported('a', 'failed', cause), reported('b')]));
  expect(outcome).toMatchObject({ status: 'error', reason, learnerError: { name, message } });
  expect(outcome?.limit === null).toBe(reason === null);
});
