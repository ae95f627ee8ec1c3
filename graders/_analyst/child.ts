import { spawn, type ChildProcess } from 'node:child_process';
import {
  encodeFrame,
  FrameError,
  type Frame,
  FrameReader,
  payloadText,
} from '../../src/sandbox/protocol/frames.ts';
import { Kind } from '../../src/sandbox/protocol/kinds.ts';

/** Why a file was not looked at to its end. */
export type Loss = 'time' | 'memory' | 'crash' | 'not-begun';

/** What was said of a file, the last of which counts, and what became of who said it. */
export interface Look {
  said: string | null;
  loss: Loss | null;
}

/** Most bytes of one answer. */
const ANSWER_BYTES = 1024 * 1024;
const LOG_CHARACTERS = 16 * 1024;
/** One processor is all that there is: further threads only take memory. Some tools ask for a home, and look for nothing there. */
const ENVIRONMENT = { UV_THREADPOOL_SIZE: '1', HOME: '/tmp' };

/** One process that answers questions until it dies. */
export class Child {
  readonly #process: ChildProcess;
  #log = '';
  #said: string | null = null;
  #alive = true;
  #settle: (loss: Loss | null) => void = () => undefined;
  #onIdle: () => void = () => undefined;
  /** Settles when it is free for its first question, or has ended. */
  readonly booted: Promise<void>;

  constructor(args: string[]) {
    this.booted = new Promise((resolve) => {
      this.#onIdle = resolve;
    });
    this.#process = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'], env: ENVIRONMENT });
    const { stdin, stdout, stderr } = this.#process;
    // It may end while it is written to: its end says so.
    stdin?.on('error', () => undefined);
    const reader = new FrameReader(ANSWER_BYTES);
    stdout?.on('data', (chunk: Uint8Array) => {
      try {
        for (const frame of reader.push(chunk)) this.#hear(frame);
      } catch (error) {
        if (!(error instanceof FrameError)) throw error;
        this.#giveUp('crash');
      }
    });
    stderr?.on('data', (chunk: Buffer) => {
      this.#log = (this.#log + chunk.toString()).slice(-LOG_CHARACTERS);
    });
    this.#process.on('error', () => {
      this.#giveUp('crash');
    });
    this.#process.on('close', (_code, signal) => {
      // Nobody but the kernel kills it without being asked to, and it does so when memory is short.
      const outOfMemory = signal === 'SIGKILL' || this.#log.includes('heap out of memory');
      if (this.#alive) process.stderr.write(this.#log);
      this.#giveUp(outOfMemory ? 'memory' : 'crash');
    });
  }

  get alive(): boolean {
    return this.#alive;
  }

  /** The end of what it printed on standard error. */
  get log(): string {
    return this.#log;
  }

  /** `ms`: how long the answer may take. */
  async ask(kind: number, payload: Uint8Array | string, ms: number): Promise<Look> {
    if (!this.#alive) return { said: null, loss: 'crash' };
    this.#said = null;
    let timer: NodeJS.Timeout | undefined;
    const loss = await new Promise<Loss | null>((resolve) => {
      this.#settle = resolve;
      timer = setTimeout(() => {
        this.#giveUp('time');
      }, ms);
      this.#process.stdin?.write(encodeFrame(kind, 0, payload));
    });
    clearTimeout(timer);
    return { said: this.#said, loss };
  }

  end(): void {
    this.#alive = false;
    this.#onIdle();
    this.#process.kill('SIGKILL');
  }

  #hear({ kind, ...frame }: Frame): void {
    if (kind === Kind.idle) {
      this.#onIdle();
      return;
    }
    this.#said = payloadText({ kind, ...frame });
    if (kind === Kind.fatal) this.end();
    if (kind !== Kind.progress) this.#settle(null);
  }

  #giveUp(loss: Loss): void {
    this.end();
    this.#settle(loss);
  }
}
