/**
 * A process that uses less than this share of the clock waits: one that computes has more on a machine with 15 others
 * that do for each processor, and a timer that was left running needs less.
 */
const IDLE_SHARE = 0.02;
/** So long it must have waited for that, ms: the kernel lets others go first for some tens of milliseconds. */
const STRETCH_MS = 500;
/** However slow the machine is: after this many times its limit on the clock, a call is stopped. */
export const CLOCK_FACTOR = 5;
/** How much of the clock may pass until it is asked what it was used for, ms: the first time, and further on. */
const FIRST_LOOK_MS = 100;
const NEXT_LOOK_MS = 500;

/**
 * How a limit of time was reached: by computing, by waiting, or by the clock alone, where nothing better is known or
 * the machine was too slow to tell.
 */
export type RanOut = 'cpu' | 'wait' | 'clock';

/**
 * What a call (or the calls of a test) has used of its time, ms: CPU time where it computed, time on the clock where it
 * waited. So a busy machine takes nothing from it, and what waits for ever is stopped as soon as its time has passed.
 */
export class Account {
  readonly #limitMs: number;
  #computed = 0;
  #waited = 0;
  /** Time on the clock since the CPU time was last known. */
  #unexplained = 0;
  /** What was known before that, and is too short to say whether it waited: time on the clock, and CPU time of it. */
  #stretch = { ms: 0, cpuMs: 0, ready: false };
  #clock = 0;
  #waits = false;
  #explained = false;

  constructor(limitMs: number) {
    this.#limitMs = limitMs;
  }

  /** Time on the clock has passed. */
  pass(ms: number): void {
    this.#unexplained += ms;
    this.#clock += ms;
  }

  /**
   * `cpuMs`: at most so much CPU time was used since this was last told; it may have been used by others as well. `ready`:
   * something would compute now, if the machine let it; then it does not wait.
   */
  explain(cpuMs: number, ready = false): void {
    const ms = this.#unexplained;
    if (ms === 0) return;
    this.#unexplained = 0;
    this.#explained = true;
    const computed = Math.min(cpuMs, ms);
    this.#computed += computed;
    const stretch = this.#stretch;
    stretch.ms += ms;
    stretch.cpuMs += computed;
    stretch.ready ||= ready;
    if (stretch.ms < STRETCH_MS) return;
    this.#waits = !stretch.ready && stretch.cpuMs < stretch.ms * IDLE_SHARE;
    if (this.#waits) this.#waited += stretch.ms - stretch.cpuMs;
    this.#stretch = { ms: 0, cpuMs: 0, ready: false };
  }

  /** Whether the CPU time should be asked for. */
  get isDue(): boolean {
    return (
      this.#atMost >= this.#limitMs || this.#unexplained >= (this.#explained ? NEXT_LOOK_MS : FIRST_LOOK_MS)
    );
  }

  /** How its time ran out, if it did. `known`: CPU times are to be had; otherwise the clock decides. */
  ranOut(known: boolean): RanOut | null {
    if (this.#computed >= this.#limitMs) return 'cpu';
    if (this.#waits && this.#computed + this.#waited >= this.#limitMs) return 'wait';
    return known ? this.#ifAbove(this.#clock / CLOCK_FACTOR) : this.#ifAbove(this.#atMost);
  }

  get #atMost(): number {
    return this.#computed + this.#waited + this.#unexplained + this.#stretch.ms - this.#stretch.cpuMs;
  }

  #ifAbove(ms: number): 'clock' | null {
    return ms >= this.#limitMs ? 'clock' : null;
  }
}
