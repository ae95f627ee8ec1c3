/** Longest step that is counted at once, ms: when this process was kept waiting itself, the learner does not pay. */
const LONGEST_STEP = 250;

/** A question that waits for its answer, and how long it may still wait. */
export interface Waiting {
  remainingMs: number;
  /** The question itself, to be asked again if something else is why there is no answer. */
  question: Uint8Array;
  /** Its first answer was a promise. */
  pending: boolean;
  /** Its place in the order of all questions, of both sides. */
  turn: number;
}

/** Counts down what the submission may use while the ball is on its side. Time comes from outside. */
export class Budget {
  readonly open = new Map<number, Waiting>();
  #testRemaining: number;
  readonly #testMs: number;
  #totalRemaining: number;
  #last: number;

  constructor(limits: { testMs: number; totalMs: number }, now: number) {
    this.#testMs = limits.testMs;
    this.#testRemaining = limits.testMs;
    this.#totalRemaining = limits.totalMs;
    this.#last = now;
  }

  /** A test ended: the next one has its whole time. */
  testEnded(): void {
    this.#testRemaining = this.#testMs;
  }

  /**
   * Counts the time since the last step and says what has run out. `counting`: false while the tests answer a
   * callback or a container is being started; then only the time of the whole run passes.
   */
  step(now: number, counting: boolean): { ids: number[]; test: boolean; total: boolean } {
    const elapsed = Math.min(Math.max(0, now - this.#last), LONGEST_STEP);
    this.#last = now;
    this.#totalRemaining -= elapsed;
    const ids: number[] = [];
    if (counting && this.open.size > 0) {
      this.#testRemaining -= elapsed;
      for (const [id, waiting] of this.open) {
        waiting.remainingMs -= elapsed;
        if (waiting.remainingMs <= 0) ids.push(id);
      }
    }
    return { ids, test: this.#testRemaining <= 0, total: this.#totalRemaining <= 0 };
  }
}
