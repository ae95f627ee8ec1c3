import type { Limits } from '../../domain/course/limits.ts';
import { sandboxError } from '../../domain/errors/sandbox.ts';
import type { TouchstoneError } from '../../domain/errors/touchstone-error.ts';
import { limitBehind } from './limit-behind.ts';
import { isTimeLimit, limitWords } from './limit-words.ts';
import type { Cause, ReportedTest, RunnerReport } from './report.ts';
import type { SandboxOutcome, SandboxRequest, TestOutcome } from '../sandbox.ts';

/**
 * What a report means for the tests that must be in it: each exactly once, and passed. A test that is missing
 * because its file was stopped by the submission fails with it; what is missing or doubled otherwise is the
 * author's doing, and then nothing is decided. Skipped and todo tests are not passed.
 */
export function verdict(
  report: RunnerReport,
  { expected, partial, limits }: Pick<SandboxRequest, 'expected' | 'partial' | 'limits'>,
): SandboxOutcome {
  const { tests, extra } = report.results;
  const stopped = extra.broken.find(({ cause }) => cause.kind === 'learner' || cause.kind === 'limit');
  const wrong = extra.broken.find(({ cause }) => cause.kind !== 'learner' && cause.kind !== 'limit');
  if (wrong !== undefined) {
    return broken(sandboxError('sandbox.tests-broken', { file: wrong.file, found: textOf(wrong.cause) }));
  }
  const outcomes: TestOutcome[] = [];
  for (const name of expected) {
    const [test, ...others] = tests.filter((reported) => reported.name === name);
    if (others.length > 0)
      return broken(sandboxError('sandbox.test-doubled', { test: name, times: others.length + 1 }));
    if (test !== undefined) outcomes.push(outcomeOf(test, limits));
    else if (stopped !== undefined) outcomes.push(failed(name, stopped.file, 0, stopped.cause, limits));
    else if (!partial) return broken(sandboxError('sandbox.test-missing', { test: name }));
  }
  const asked = new Set(expected);
  const unexpected = tests
    .filter(({ name }) => !asked.has(name))
    .map(({ name, filePath: testFile }) => ({ name, testFile }));
  return { kind: 'completed', tests: outcomes, unexpected };
}

function outcomeOf(test: ReportedTest, limits: Limits): TestOutcome {
  const { name, filePath, duration, status } = test;
  const { cause } = test.extra;
  if (status === 'passed' && cause === null) {
    const nothing = { assertion: null, learnerError: null, limit: null, reason: null };
    return { name, testFile: filePath, status: 'passed', ...nothing, durationMs: duration };
  }
  const said: Cause = cause ?? { kind: 'thrown', message: `The test was not run (${status}).` };
  return failed(name, filePath, duration, said, limits);
}

function failed(
  name: string,
  testFile: string,
  durationMs: number,
  cause: Cause,
  limits: Limits,
): TestOutcome {
  const outcome: TestOutcome = {
    name,
    testFile,
    status: 'failed',
    assertion: null,
    learnerError: null,
    limit: null,
    reason: null,
    durationMs,
  };
  switch (cause.kind) {
    case 'assertion':
      return {
        ...outcome,
        assertion: { message: cause.message, expected: cause.expected, actual: cause.actual },
      };
    case 'learner': {
      const { name: errorName, message, file, line, beforeAnyCall } = cause;
      const reason = limitBehind(cause);
      return {
        ...outcome,
        status: 'error',
        learnerError: { name: errorName, message, file, line, beforeAnyCall },
        limit: reason === null ? null : limitWords(reason, limits),
        reason,
      };
    }
    case 'limit':
    case 'framework-timeout': {
      const reason = cause.kind === 'limit' ? cause.reason : cause.kind;
      return {
        ...outcome,
        status: isTimeLimit(reason) ? 'timeout' : 'error',
        limit: limitWords(reason, limits),
        reason,
      };
    }
    case 'author':
    case 'thrown':
      return { ...outcome, assertion: { message: cause.message, expected: null, actual: null } };
  }
}

function textOf(cause: Cause): string {
  return 'message' in cause ? cause.message : cause.kind;
}

function broken(error: TouchstoneError): SandboxOutcome {
  const audience = error.audience === 'author' ? 'author' : 'operator';
  return { kind: 'broken', audience, reason: `${error.message} ${error.fix}` };
}
