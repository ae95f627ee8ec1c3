import { spawn, type ChildProcess } from 'node:child_process';
import {
  encodeFrame,
  FrameError,
  type Frame,
  FrameReader,
  payloadText,
} from '../../../src/sandbox/protocol/frames.ts';
import { Kind } from '../../../src/sandbox/protocol/kinds.ts';

/** Why a file was not looked at to its end. */
export type Loss = 'time' | 'memory' | 'crash' | 'not-begun';

/** What was said of a file, the last of which counts, and what became of who said it. */
export interface Look {
  said: string | null;
  loss: Loss | null;
}

export interface ExpendableOptions {
  /** The program, and its options: it takes `file` frames and answers each with `progress` frames and a `report`. */
  args: string[];
  /** How long it may look at one file, ms. */
  fileMs: number;
  /** On the clock of `performance.now()`: nothing is begun after it. */
  until: number;
}

/** How many may die before nothing more is begun: each costs a start, and a project has one such file or none. */
const MOST_LOSSES = 20;
/** Most bytes of one answer. */
const ANSWER_BYTES = 64 * 1024;
const LOG_CHARACTERS = 16 * 1024;

/**
 * A process that looks at one file after another and may die of any: then another one takes its place. So a file
 * that ends a parser, or keeps it busy for ever, costs nothing but its own result.
 */
export class Expendable {
  readonly #options: ExpendableOptions;
  #child: Child | null = null;
  #losses = 0;

  constructor(options: ExpendableOptions) {
    this.#options = options;
  }

  /** Shows it one file, and resolves to what it has said; never rejects. */
  async look(file: Uint8Array): Promise<Look> {
    const { args, fileMs, until } = this.#options;
    const left = until - performance.now();
    if (left <= 0 || this.#losses >= MOST_LOSSES) return { said: null, loss: 'not-begun' };
    this.#child ??= new Child(args);
    const look = await this.#child.look(file, Math.min(fileMs, left));
    if (look.loss !== null) {
      this.#losses += 1;
      this.#child = null;
    }
    return look;
  }

  close(): void {
    this.#child?.end();
  }
}

class Child {
  readonly #process: ChildProcess;
  #log = '';
  #said: string | null = null;
  #settle: (loss: Loss | null) => void = () => undefined;

  constructor(args: string[]) {
    this.#process = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'], env: {} });
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
      this.#giveUp(outOfMemory ? 'memory' : 'crash');
    });
  }

  async look(file: Uint8Array, ms: number): Promise<Look> {
    this.#said = null;
    let timer: NodeJS.Timeout | undefined;
    const loss = await new Promise<Loss | null>((resolve) => {
      this.#settle = resolve;
      timer = setTimeout(() => {
        this.#giveUp('time');
      }, ms);
      this.#process.stdin?.write(encodeFrame(Kind.file, 0, file));
    });
    clearTimeout(timer);
    return { said: this.#said, loss };
  }

  end(): void {
    this.#process.kill('SIGKILL');
  }

  #hear(frame: Frame): void {
    this.#said = payloadText(frame);
    if (frame.kind === Kind.report) this.#settle(null);
  }

  #giveUp(loss: Loss): void {
    this.#settle(loss);
    this.end();
  }
}
