import { Account, type RanOut } from './account.ts';

/** Longest step that is counted at once, ms: when this process was kept waiting itself, the learner does not pay. */
const LONGEST_STEP = 250;

/** A question that waits for its answer. */
export interface Waiting {
  /** What it has used of the time that its answer may take. */
  account: Account;
  /** The question itself, to be asked again if something else is why there is no answer. */
  question: Uint8Array;
  /** Its first answer was a promise. */
  pending: boolean;
  /** Its place in the order of all questions, of both sides. */
  turn: number;
}

/** Counts what the submission uses while the ball is on its side. Time on the clock and CPU time come from outside. */
export class Budget {
  readonly open = new Map<number, Waiting>();
  readonly #testMs: number;
  #test: Account;
  #totalRemaining: number;
  #last: number;

  constructor(limits: { testMs: number; totalMs: number }, now: number) {
    this.#testMs = limits.testMs;
    this.#test = new Account(limits.testMs);
    this.#totalRemaining = limits.totalMs;
    this.#last = now;
  }

  /** A test ended: the next one has its whole time. */
  testEnded(): void {
    this.#test = new Account(this.#testMs);
  }

  /**
   * Counts the time since the last step. `counting`: false while the tests answer a callback or a container is being
   * started; then only the time of the whole run passes.
   */
  step(now: number, counting: boolean): void {
    const elapsed = Math.min(Math.max(0, now - this.#last), LONGEST_STEP);
    this.#last = now;
    this.#totalRemaining -= elapsed;
    if (counting) for (const account of this.#accounts()) account.pass(elapsed);
  }

  /** So much CPU time was used since this was last told, ms. */
  explain(cpuMs: number): void {
    for (const account of this.#accounts()) account.explain(cpuMs);
  }

  /** Whether the CPU time should be asked for: something may have run out, or was not looked at for long. */
  get isDue(): boolean {
    return this.#accounts().some((account) => account.isDue);
  }

  get totalRanOut(): boolean {
    return this.#totalRemaining <= 0;
  }

  /** The turn of the question that was asked last, of those that are open; thousands may be. */
  get lastTurn(): number {
    let last = 0;
    for (const { turn } of this.open.values()) last = Math.max(last, turn);
    return last;
  }

  /** How the time of the test that runs now has run out, if it has. */
  testRanOut(known: boolean): RanOut | null {
    return this.#test.ranOut(known);
  }

  /** What has run out, and how. `known`: CPU times are to be had. */
  ranOut(known: boolean): { calls: { id: number; how: RanOut }[]; test: RanOut | null } {
    const calls = [...this.open].flatMap(([id, { account }]) => {
      const how = account.ranOut(known);
      return how === null ? [] : [{ id, how }];
    });
    return { calls, test: this.open.size === 0 ? null : this.#test.ranOut(known) };
  }

  #accounts(): Account[] {
    return this.open.size === 0 ? [] : [this.#test, ...[...this.open.values()].map(({ account }) => account)];
  }
}
