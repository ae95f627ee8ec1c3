import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Batch, batchesOf } from './batches.ts';
import { TESTS } from './local.ts';
import type { Settings } from './order.ts';
import { reportOf } from './report.ts';
import type { BrokenFile, Cause, Framework, TestResult } from './results.ts';
import { type Switchboard, tells } from './switchboard.ts';
import { sortTestFiles } from './test-files.ts';
import { TestProcess, type TestsEnding } from './test-process.ts';
import { ValuesRead } from './values-read.ts';

export interface ExamRunParts {
  switchboard: Switchboard;
  /** A process that has booted already. */
  spare: TestProcess;
  /** Told how many tests have ended. */
  onTest: (done: number) => void;
}

/** Tests may work longer, on their own, until they have asked something: a framework has to boot. */
const BOOT_FACTOR = 4;

/** One run of an exam: each batch of test files in a fresh process. */
export class ExamRun {
  readonly #parts: ExamRunParts;
  readonly #tests: TestResult[] = [];
  readonly #broken: BrokenFile[] = [];
  readonly #frameworks: Framework[] = [];
  #now: TestProcess | null = null;
  #stopped = false;

  constructor(parts: ExamRunParts) {
    this.#parts = parts;
  }

  /** The framework of the first test files, which the next run is likely to begin with too. */
  get framework(): Framework | undefined {
    return this.#frameworks[0];
  }

  /** Ends the tests that still run: the time is over. The report then has what was found so far. */
  stop(): void {
    this.#stopped = true;
    this.#now?.kill();
  }

  /** Runs the test files among `paths` and resolves to the report. */
  async report(paths: Iterable<string>, settings: Settings): Promise<object> {
    const startedAt = Date.now();
    const sorted = sortTestFiles(paths, (path) => readFileSync(join(TESTS, path), 'utf8'));
    for (const file of sorted.unclear) {
      this.#broken.push({
        file,
        cause: { kind: 'author', message: 'a test file imports either node:test or vitest' },
      });
    }
    const batches = batchesOf(sorted);
    let tests: TestProcess | null = this.#parts.spare;
    for (const [at, batch] of batches.entries()) {
      if (tests?.framework !== batch.framework) tests?.kill();
      const now = tests?.framework === batch.framework ? tests : new TestProcess(batch.framework);
      const next = batches[at + 1];
      const running = this.#run(now, batch, settings);
      // Boots while this one works.
      tests = next === undefined ? null : new TestProcess(next.framework);
      await running;
      if (this.#stopped) break;
    }
    return reportOf(this.#frameworks, this.#tests, this.#broken, startedAt, Date.now());
  }

  async #run(tests: TestProcess, { framework, files }: Batch, settings: Settings): Promise<void> {
    const { switchboard, onTest } = this.#parts;
    this.#frameworks.push(framework);
    const lines = switchboard.lay(files.length);
    const ordered = lines.map(({ end }, at) => ({ path: join(TESTS, files[at] ?? ''), line: end }));
    const lineOf = new Map(ordered.map(({ path, line }) => [path, line.number]));
    const valuesRead = new ValuesRead();
    let told = false;
    this.#now = tests;
    const ending = await tests.run(
      { settings, files: ordered, told: switchboard.told },
      {
        onQuestion: (frame) => {
          told ||= tells(frame);
          valuesRead.note(frame);
          switchboard.fromTests(frame);
        },
        onTest: (test) => {
          this.#tests.push({ ...test, file: relative(TESTS, test.file) });
          onTest(this.#tests.length);
        },
        patience: () => (told ? settings.testMs : settings.testMs * BOOT_FACTOR),
      },
    );
    tests.kill();
    if (ending.kind === 'complete')
      for (const { file, cause } of ending.broken)
        this.#broken.push({
          file: relative(TESTS, file),
          cause: valuesRead.causeOf(cause, lineOf.get(file)),
        });
    else {
      const cause = this.#stopped ? causeOfStop(switchboard.told) : causeOf(ending, told);
      for (const file of files) this.#broken.push({ file, cause });
    }
  }
}

function causeOfStop(told: boolean): Cause {
  if (told) return { kind: 'limit', reason: 'total-time' };
  return {
    kind: 'author',
    message: 'the time was over before the tests had asked anything of the submission',
  };
}

/**
 * Why tests did not come to their end. Once the submission has been asked, what it answered may be what keeps them busy or
 * fills their memory; before that, nothing of it is there.
 */
function causeOf(ending: Exclude<TestsEnding, { kind: 'complete' }>, told: boolean): Cause {
  if (ending.kind === 'busy') {
    if (told) return { kind: 'limit', reason: 'test-time' };
    return { kind: 'author', message: 'the tests work for ever, and have asked nothing of the submission' };
  }
  if (ending.killed && told) return { kind: 'limit', reason: 'output' };
  return { kind: 'author', message: `the test process ended without a result: ${ending.output}` };
}
