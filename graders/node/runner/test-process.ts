import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import {
  type Frame,
  FrameReader,
  payloadText,
  RUNNER_FRAME_BYTES,
} from '../../../src/sandbox/protocol/frames.ts';
import { cpuTimeOf } from './cpu-time.ts';
import { Descriptor, Local, SCRATCH } from './local.ts';
import type { Order } from './order.ts';
import type { BrokenFile, Framework, TestResult } from './results.ts';

/** Characters of a test process's output that are kept: only looked at when it did not come to its end. */
const MAX_OUTPUT = 4000;

const DRIVERS: Record<Framework, string> = {
  'node:test': './node-test-driver.mjs',
  vitest: './vitest-driver.mjs',
};

/** How often it is looked whether a process works without saying anything, ms. */
const WATCH_MS = 250;

export interface TestProcessEvents {
  onQuestion: (frame: Frame) => void;
  onTest: (test: TestResult) => void;
  /** CPU time that it may use without asking or telling anything, ms: then it is taken to work for ever. */
  patience: () => number;
}

/** How the tests of a process ended. */
export type TestsEnding =
  /** All of them did; these files could not be loaded. */
  | { kind: 'complete'; broken: BrokenFile[] }
  /** The process did before them; `killed`: for want of memory. */
  | { kind: 'ended'; output: string; killed: boolean }
  /** They work for ever. */
  | { kind: 'busy' };

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
          resolve({ kind: 'complete', broken: JSON.parse(payloadText(frame)) as BrokenFile[] });
      });
      void ended.then(() => {
        const killed = child.signalCode === 'SIGKILL' || / out of memory\b/.test(this.#output);
        resolve({ kind: 'ended', output: this.#output.slice(0, MAX_OUTPUT), killed });
      });
    });
  }

  /** Gives it its order, and resolves when its tests have ended, or it has. */
  async run(order: Order, events: TestProcessEvents): Promise<TestsEnding> {
    let usedBefore: number | null = null;
    const heard = (): void => {
      usedBefore = null;
    };
    this.#events = {
      ...events,
      onQuestion: (frame) => {
        heard();
        events.onQuestion(frame);
      },
      onTest: (test) => {
        heard();
        events.onTest(test);
      },
    };
    this.#orders.end(JSON.stringify(order));
    let timer: NodeJS.Timeout | undefined;
    const busy = new Promise<TestsEnding>((resolve) => {
      timer = setInterval(() => {
        const used = cpuTimeOf(this.#child.pid ?? 0) ?? 0;
        usedBefore ??= used;
        if (used - usedBefore > events.patience()) resolve({ kind: 'busy' });
      }, WATCH_MS);
    });
    try {
      return await Promise.race([this.#ending, busy]);
    } finally {
      clearInterval(timer);
    }
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
