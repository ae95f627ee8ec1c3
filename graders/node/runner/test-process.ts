import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import {
  type Frame,
  FrameReader,
  payloadText,
  RUNNER_FRAME_BYTES,
} from '../../../src/sandbox/protocol/frames.ts';
import { Descriptor, Local, SCRATCH } from './local.ts';
import type { Order } from './order.ts';
import type { BrokenFile, Framework, TestResult } from './results.ts';

/** Characters of a test process's output that are kept: only looked at when it did not come to its end. */
const MAX_OUTPUT = 4000;

const DRIVERS: Record<Framework, string> = {
  'node:test': './node-test-driver.mjs',
  vitest: './vitest-driver.mjs',
};

export interface TestProcessEvents {
  onQuestion: (frame: Frame) => void;
  onTest: (test: TestResult) => void;
}

/** How a test process ended: with the files that could not be loaded, or else with what it printed. */
export type TestsEnding = { broken: BrokenFile[] } | { output: string };

/** A process for tests: it boots, waits for its order, runs the tests of it, and is killed. */
export class TestProcess {
  readonly framework: Framework;
  /** Settles when it has booted, or has ended. */
  readonly waiting: Promise<void>;
  readonly #child: ChildProcess;
  readonly #orders: Writable;
  readonly #ending: Promise<TestsEnding>;
  #events: TestProcessEvents | null = null;
  #output = '';

  constructor(framework: Framework) {
    this.framework = framework;
    const script = fileURLToPath(new URL(DRIVERS[framework], import.meta.url));
    const child: ChildProcess = spawn(process.execPath, [script], {
      env: { PATH: process.env['PATH'] ?? '', HOME: SCRATCH, TZ: 'UTC' },
      stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe', 'pipe'],
      detached: true,
    });
    this.#child = child;
    const log = (chunk: Buffer): void => {
      if (this.#output.length < MAX_OUTPUT) this.#output += chunk.toString();
    };
    child.stdout?.on('data', log);
    child.stderr?.on('data', log);
    const stdio: readonly unknown[] = child.stdio;
    this.#orders = stdio[Descriptor.order] as Writable;
    // A process that has ended before it has read its order tells so by its end.
    this.#orders.on('error', () => undefined);
    listen(stdio[Descriptor.questions] as Readable, (frame) => this.#events?.onQuestion(frame));
    const ended = new Promise<void>((resolve) => {
      child.on('close', resolve).on('error', resolve);
    });
    let booted = (): void => undefined;
    this.waiting = Promise.race([ended, new Promise<void>((resolve) => (booted = resolve))]);
    this.#ending = new Promise((resolve) => {
      listen(stdio[Descriptor.results] as Readable, (frame) => {
        if (frame.kind === Local.waiting) booted();
        else if (frame.kind === Local.test)
          this.#events?.onTest(JSON.parse(payloadText(frame)) as TestResult);
        else if (frame.kind === Local.end)
          resolve({ broken: JSON.parse(payloadText(frame)) as BrokenFile[] });
      });
      void ended.then(() => {
        resolve({ output: this.#output.slice(0, MAX_OUTPUT) });
      });
    });
  }

  /** Gives it its order, and resolves when its tests have ended, or it has. */
  run(order: Order, events: TestProcessEvents): Promise<TestsEnding> {
    this.#events = events;
    this.#orders.end(JSON.stringify(order));
    return this.#ending;
  }

  /** Ends it and whatever it started in its process group. */
  kill(): void {
    this.#events = null;
    try {
      if (this.#child.pid !== undefined) process.kill(-this.#child.pid, 'SIGKILL');
    } catch {
      // It has ended already.
    }
  }
}

function listen(stream: Readable, onFrame: (frame: Frame) => void): void {
  const reader = new FrameReader(RUNNER_FRAME_BYTES);
  stream.on('error', () => undefined);
  stream.on('data', (chunk: Buffer) => {
    for (const frame of reader.push(chunk)) onFrame(frame);
  });
}
