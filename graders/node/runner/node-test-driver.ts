import { fileURLToPath } from 'node:url';
import { watchHooks } from './hooks.ts';
import { loadErrors } from './load-errors.ts';
import { awaitOrder, TEST_FILE } from './order.ts';
import { sayEnd, sayTest, sayWaiting } from './results-line.ts';
import { missingIn } from './missing/missing-exports.ts';
import { causeOf, type Cause } from './results.ts';
import { troubleOf } from './troubles.ts';

// Runs one file of node:test tests in this process.
interface EventData {
  name: string;
  nesting: number;
  line?: number;
  skip?: unknown;
  todo?: unknown;
  details?: { type?: string; duration_ms: number; error?: { failureType?: string; cause?: unknown } };
}

/** Causes that already say whose fault it is. */
const EXPLAINED = new Set<Cause['kind']>(['learner', 'limit', 'framework-timeout', 'author']);

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
  const cause = passed ? null : timedOut ? ({ kind: 'framework-timeout' } as const) : causeOf(thrown);
  const missing = cause === null || !EXPLAINED.has(cause.kind) ? missingIn(file, data.line) : null;
  sayTest({
    name: fullName,
    file,
    status: skipped ? 'skipped' : todo ? 'todo' : passed && missing === null ? 'passed' : 'failed',
    durationMs: details?.duration_ms ?? 0,
    cause: missing === null ? cause : causeOf(missing.error),
  });
}

watchHooks();
// What every test file needs is loaded before there is one.
const needed = ['node:assert', 'node:assert/strict', 'node:test', 'touchstone'];
for (const name of needed) await import(name);
sayWaiting();
const order = awaitOrder();
const file = order.files[0]?.path ?? '';
process.env[TEST_FILE] = file;
const wrapper = fileURLToPath(new URL('./node-test-file.mjs', import.meta.url));
// `isolation` is newer than the Node whose types this project is checked with.
const { run } = process.getBuiltinModule('node:test');
const options: Parameters<typeof run>[0] & { isolation: 'none' } = {
  files: [wrapper],
  isolation: 'none',
  timeout: order.settings.testMs,
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
  sayEnd(loadErrors().map((error) => ({ file, cause: causeOf(error) })));
  process.exit(0);
});
