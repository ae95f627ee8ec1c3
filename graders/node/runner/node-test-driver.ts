import { relative } from 'node:path';
import { run } from 'node:test';
import { fileURLToPath } from 'node:url';
import { loadErrors } from './load-errors.ts';
import { TESTS } from './local.ts';
import { causeOf, type TestResult } from './results.ts';
import { readSettings, TEST_FILE } from './settings.ts';
import { SupervisorLine } from './supervisor-line.ts';
import { troubleOf } from './troubles.ts';

// Runs one file of node:test tests in this process: `node node-test-driver.mjs <file>`.
interface EventData {
  name: string;
  nesting: number;
  skip?: unknown;
  todo?: unknown;
  details?: { type?: string; duration_ms: number; error?: { failureType?: string; cause?: unknown } };
}

const [, , file = ''] = process.argv;
const line = new SupervisorLine();
const tests: TestResult[] = [];
const path: string[] = [];

function take(data: EventData, passed: boolean): void {
  const { name, nesting, details } = data;
  if (details?.type === 'suite') return;
  const error = details?.error;
  const skipped = data.skip !== undefined && data.skip !== false;
  const todo = data.todo !== undefined && data.todo !== false;
  // A test with subtests of its own is a test like any other, and fails with them.
  const timedOut = error?.failureType === 'testTimeoutFailure';
  const fullName = [...path.slice(0, nesting), name].join(' > ');
  const thrown = troubleOf(fullName) ?? error?.cause ?? error;
  const cause = timedOut ? ({ kind: 'framework-timeout' } as const) : causeOf(thrown);
  tests.push({
    name: fullName,
    file: relative(TESTS, file),
    status: skipped ? 'skipped' : todo ? 'todo' : passed ? 'passed' : 'failed',
    durationMs: details?.duration_ms ?? 0,
    cause: passed ? null : cause,
  });
  line.testEnded();
}

process.env[TEST_FILE] = file;
const wrapper = fileURLToPath(new URL('./node-test-file.mjs', import.meta.url));
// `isolation` is newer than the Node whose types this project is checked with.
const options: Parameters<typeof run>[0] & { isolation: 'none' } = {
  files: [wrapper],
  isolation: 'none',
  timeout: readSettings().testMs,
};
const events = run(options);
events.on('test:start', ({ name, nesting }) => {
  path[nesting] = name;
});
events.on('test:pass', (data) => {
  take(data, true);
});
events.on('test:fail', (data) => {
  take(data, false);
});
events.resume();
events.on('end', () => {
  const broken = loadErrors().map((error) => ({ file: relative(TESTS, file), cause: causeOf(error) }));
  void line.results({ tool: 'node:test', tests, broken }).then(() => process.exit(0));
});
