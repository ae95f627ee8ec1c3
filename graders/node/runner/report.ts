import type { FileResults, TestResult } from './results.ts';

const STATUS = { passed: 'passed', failed: 'failed', skipped: 'skipped', todo: 'pending' } as const;

/** Everything that the test processes found, as a CTRF document; what CTRF has no place for is under `extra`. */
export function reportOf(
  all: readonly FileResults[],
  broken: FileResults['broken'],
  startedAt: number,
  now: number,
): object {
  const tests = all.flatMap((results) => results.tests);
  const count = (status: TestResult['status']): number =>
    tests.filter((test) => test.status === status).length;
  return {
    reportFormat: 'CTRF',
    specVersion: '0.0.0',
    results: {
      tool: { name: [...new Set(all.map(({ tool }) => tool))].join(', ') || 'none' },
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
      extra: { broken: [...broken, ...all.flatMap((results) => results.broken)] },
    },
  };
}
