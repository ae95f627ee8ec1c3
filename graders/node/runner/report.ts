import type { BrokenFile, Framework, TestResult } from './results.ts';

const STATUS = { passed: 'passed', failed: 'failed', skipped: 'skipped', todo: 'pending' } as const;

/** Everything that the test processes found, as a CTRF document; what CTRF has no place for is under `extra`. */
export function reportOf(
  frameworks: readonly Framework[],
  tests: readonly TestResult[],
  broken: readonly BrokenFile[],
  startedAt: number,
  now: number,
): object {
  const count = (status: TestResult['status']): number =>
    tests.filter((test) => test.status === status).length;
  return {
    reportFormat: 'CTRF',
    specVersion: '0.0.0',
    results: {
      tool: { name: [...new Set(frameworks)].join(', ') || 'none' },
      summary: {
        tests: tests.length,
        passed: count('passed'),
        failed: count('failed'),
        skipped: count('skipped'),
        pending: count('todo'),
        other: 0,
        start: startedAt,
        stop: now,
      },
      tests: tests.map(({ name, file, status, durationMs, cause }) => ({
        name,
        status: STATUS[status],
        duration: Math.max(0, Math.round(durationMs)),
        filePath: file,
        extra: { cause },
      })),
      extra: { broken },
    },
  };
}
