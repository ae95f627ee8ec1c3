import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  encodeFrame,
  FrameReader,
  payloadText,
  RUNNER_FRAME_BYTES,
} from '../../../src/sandbox/protocol/frames.ts';
import { Kind } from '../../../src/sandbox/protocol/kinds.ts';
import { FileReceiver } from '../files/file-receiver.ts';
import { TESTS } from './local.ts';
import { reportOf } from './report.ts';
import type { FileResults } from './results.ts';
import type { Settings } from './settings.ts';
import { Switchboard } from './switchboard.ts';
import { sortTestFiles } from './test-files.ts';
import { runTests } from './test-process.ts';

// The first process of the runner's container: it runs the test files and tells the worker what they found.
const files = new FileReceiver(TESTS);
const found: FileResults[] = [];
const broken: FileResults['broken'] = [];
let done = 0;

const send = (frame: Uint8Array): void => {
  process.stdout.write(frame);
};
const switchboard = new Switchboard({
  toWorker: send,
  onResults: (results) => found.push(results),
  onTestEnded: () => {
    done += 1;
    send(encodeFrame(Kind.progress, 0, JSON.stringify({ done })));
  },
});

async function runAll(settings: Settings): Promise<void> {
  const startedAt = Date.now();
  const sorted = sortTestFiles(files.paths, (path) => readFileSync(join(TESTS, path), 'utf8'));
  for (const file of sorted.unclear) {
    broken.push({
      file,
      cause: { kind: 'author', message: 'a test file imports either node:test or vitest' },
    });
  }
  for (const file of sorted.nodeTest) await runOne('node-test-driver', [file], settings);
  if (sorted.vitest.length > 0) await runOne('vitest-driver', sorted.vitest, settings);
  const report = JSON.stringify(reportOf(found, broken, startedAt, Date.now()));
  process.stdout.write(encodeFrame(Kind.report, 0, report), () => process.exit(0));
}

async function runOne(
  driver: Parameters<typeof runTests>[0],
  tests: readonly string[],
  settings: Settings,
): Promise<void> {
  const before = found.length;
  const paths = tests.map((file) => join(TESTS, file));
  const output = await runTests(driver, paths, settings);
  if (found.length > before) return;
  const message = `the test process ended without a result: ${output}`;
  for (const file of tests) broken.push({ file, cause: { kind: 'author', message } });
}

const reader = new FrameReader(RUNNER_FRAME_BYTES);
process.stdin.on('data', (chunk: Buffer) => {
  for (const frame of reader.push(chunk)) {
    if (frame.kind === Kind.file) files.take(frame);
    else if (frame.kind === Kind.start) {
      send(encodeFrame(Kind.ready));
      void runAll(JSON.parse(payloadText(frame)) as Settings);
    } else switchboard.fromWorker(frame);
  }
});
process.stdin.on('end', () => process.exit(0));

await switchboard.open();
send(encodeFrame(Kind.idle));
