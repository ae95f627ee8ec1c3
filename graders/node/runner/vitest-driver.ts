import { fileURLToPath } from 'node:url';
import {
  BaseSequencer,
  startVitest,
  type Reporter,
  type TestCase,
  type TestSpecification,
} from 'vitest/node';
import { TESTS } from './local.ts';
import { awaitOrder } from './order.ts';
import { sayEnd, sayTest, sayWaiting } from './results-line.ts';
import { type BrokenFile, causeOf, type Cause, type TestResult } from './results.ts';

// Runs files of vitest tests. Threads, one after the other, because the
// submission is one.
sayWaiting();
const order = awaitOrder();
const broken: BrokenFile[] = [];

/** In the order that was given: vitest by itself begins with the largest file, which may be a hidden one. */
class AsOrdered extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const turns = new Map(order.files.map(({ path }, turn) => [path, turn]));
    const turnOf = ({ moduleId }: TestSpecification): number => turns.get(moduleId) ?? turns.size;
    return Promise.resolve(files.toSorted((a, b) => turnOf(a) - turnOf(b)));
  }
}

const reporter: Reporter = {
  onTestCaseResult(test) {
    sayTest(resultOf(test));
  },
  onTestModuleEnd(module) {
    for (const error of module.errors()) {
      broken.push({ file: module.moduleId, cause: causeOf(error, true) });
    }
  },
};

function resultOf(test: TestCase): TestResult {
  const { state, errors } = test.result();
  const status = state === 'skipped' ? (test.options.mode === 'todo' ? 'todo' : 'skipped') : state;
  return {
    name: test.fullName,
    file: test.module.moduleId,
    status: status === 'pending' ? 'skipped' : status,
    durationMs: test.diagnostic()?.duration ?? 0,
    cause: state === 'passed' ? null : worstCause(errors ?? []),
  };
}

/** A test that failed and met trouble besides has two errors; the trouble explains the other. */
function worstCause(errors: readonly unknown[]): Cause {
  const causes = errors.map((error) =>
    isTimeout(error) ? ({ kind: 'framework-timeout' } as const) : causeOf(error, true),
  );
  const trouble = causes.find(({ kind }) => kind === 'limit' || kind === 'learner');
  return trouble ?? causes[0] ?? { kind: 'thrown', message: 'The test did not pass.' };
}

function isTimeout(error: unknown): boolean {
  const message: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'message') : null;
  return typeof message === 'string' && /^(Test|Hook) timed out in \d+ms/.test(message);
}

const vitest = await startVitest(
  'test',
  [],
  {
    root: TESTS,
    dir: TESTS,
    include: order.files.map(({ path }) => path),
    config: false,
    watch: false,
    cache: false,
    includeTaskLocation: true,
    pool: 'threads',
    fileParallelism: false,
    sequence: { sequencer: AsOrdered },
    setupFiles: [fileURLToPath(new URL('./vitest-setup.mjs', import.meta.url))],
    testTimeout: order.settings.testMs,
    reporters: [reporter],
  },
  { cacheDir: '/tmp/vite' },
);
sayEnd(broken);
await vitest.close();
process.exit(0);
