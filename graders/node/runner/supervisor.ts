import {
  encodeFrame,
  FrameReader,
  payloadText,
  RUNNER_FRAME_BYTES,
  type Frame,
} from '../../../src/sandbox/protocol/frames.ts';
import { Kind } from '../../../src/sandbox/protocol/kinds.ts';
import { FileReceiver } from '../files/file-receiver.ts';
import { emptyFolders, killOthers } from './clean.ts';
import { ExamRun } from './exam-run.ts';
import { SCRATCH, TESTS } from './local.ts';
import type { Settings } from './order.ts';
import type { Framework } from './results.ts';
import { Switchboard } from './switchboard.ts';
import { TestProcess } from './test-process.ts';

// The first process of the runner's container: it runs test files and tells the worker what they found, for one run
// after the other.
const send = (frame: Uint8Array): void => {
  process.stdout.write(frame);
};
const switchboard = new Switchboard(send);
let files = new FileReceiver(TESTS);
/** Set while it is free for a run. */
let spare: TestProcess | null = null;
let exam: ExamRun | null = null;

/** V8 lets garbage lie for hundreds of runs in a process as small as this one; after so many it is taken away. */
const TIDY_AFTER_RUNS = 25;
let served = 0;

/** Boots a process for the next run's tests, and says that this container is free. */
async function becomeFree(framework: Framework): Promise<void> {
  const process = new TestProcess(framework);
  await process.waiting;
  spare = process;
  send(encodeFrame(Kind.idle));
  served += 1;
  if (served % TIDY_AFTER_RUNS === 0) globalThis.gc?.();
}

async function run(settings: Settings, booted: TestProcess): Promise<void> {
  send(encodeFrame(Kind.ready));
  const now = new ExamRun({
    switchboard,
    spare: booted,
    onTest: (done) => {
      send(encodeFrame(Kind.progress, 0, JSON.stringify({ done })));
    },
  });
  exam = now;
  const report = await now.report(files.paths, settings);
  exam = null;
  send(encodeFrame(Kind.report, 0, JSON.stringify(report)));
  switchboard.reset();
  files = new FileReceiver(TESTS);
  // Whatever of this run cannot be ended, no other run shall meet.
  if (!(await killOthers())) process.exit(1);
  emptyFolders([TESTS, SCRATCH]);
  await becomeFree(now.framework ?? booted.framework);
}

function take(frame: Frame): void {
  if (frame.kind === Kind.stop) exam?.stop();
  else if (exam !== null) switchboard.fromWorker(frame);
  // What is late from an earlier run is dropped.
  if (spare === null) return;
  if (frame.kind === Kind.file) files.take(frame);
  if (frame.kind !== Kind.start) return;
  const booted = spare;
  spare = null;
  void run(JSON.parse(payloadText(frame)) as Settings, booted);
}

const reader = new FrameReader(RUNNER_FRAME_BYTES);
process.stdin.on('data', (chunk: Buffer) => {
  for (const frame of reader.push(chunk)) take(frame);
});
process.stdin.on('end', () => process.exit(0));

await becomeFree('node:test');
