import { setTimeout as pause } from 'node:timers/promises';
import { Kind } from '../../src/sandbox/protocol/kinds.ts';
import { Child, type Look } from './child.ts';

export interface ExpendableOptions {
  /** The program, and its options: it calls `serveLooks`. */
  args: string[];
  /** How long it may look at one file, ms. */
  fileMs: number;
}

/** How many may die before nothing more is begun: each costs a start, and a project has one such file or none. */
const MOST_LOSSES = 20;
/** How long it may take until it knows what to look for, ms. */
const INSTRUCT_MS = 20_000;

/**
 * A process that looks at one file after another and may die of any: then another one takes its place. So a file
 * that ends a parser, or keeps it busy for ever, costs nothing but its own result.
 */
export class Expendable {
  readonly #options: ExpendableOptions;
  #child: Child | null = null;
  #instructions: string | null = null;
  #losses = 0;

  constructor(options: ExpendableOptions) {
    this.#options = options;
  }

  /**
   * Starts one where there is none, so that it need not be waited for later, and forgets what the last submission was looked at by.
   * Rejects if it cannot even start.
   */
  async renew(): Promise<void> {
    this.#losses = 0;
    this.#instructions = null;
    if (this.#child?.alive !== true) this.#child = new Child(this.#options.args);
    const child = this.#child;
    await child.booted;
    if (!child.alive) throw new Error(`${this.#options.args.join(' ')} did not start: ${child.log}`);
  }

  /** Tells it what to look for, and each that takes its place. Resolves to its answer. */
  async instruct(instructions: object, until: number): Promise<Look> {
    this.#instructions = JSON.stringify(instructions);
    this.#child ??= new Child(this.#options.args);
    return this.#prepare(this.#child, until);
  }

  /**
   * Shows it one file, and resolves to what it has said; never rejects. `until`, on the clock of `performance.now()`:
   * nothing is begun after it.
   */
  async look(file: Uint8Array, until: number): Promise<Look> {
    if (left(until) <= 0 || this.#losses >= MOST_LOSSES) return { said: null, loss: 'not-begun' };
    if (this.#child?.alive !== true) {
      this.#child = new Child(this.#options.args);
      await this.#prepare(this.#child, until);
    }
    const child = this.#child;
    const look = await child.ask(Kind.file, file, Math.max(1, Math.min(this.#options.fileMs, left(until))));
    if (!child.alive) this.#losses += 1;
    return look;
  }

  /** A start takes its time, which is no file's. */
  async #prepare(child: Child, until: number): Promise<Look> {
    const timer = new AbortController();
    await Promise.race([
      child.booted,
      pause(Math.max(1, left(until)), null, { signal: timer.signal }).catch(() => null),
    ]);
    timer.abort();
    if (this.#instructions === null) return { said: null, loss: null };
    return child.ask(Kind.start, this.#instructions, Math.max(1, Math.min(INSTRUCT_MS, left(until))));
  }

  close(): void {
    this.#child?.end();
  }
}

function left(until: number): number {
  return until - performance.now();
}
