/** Asks for the CPU time that the learner's container has used in all, ms; null where that cannot be told. */
export type MeasureCpu = (answer: (totalMs: number | null) => void) => void;

/** Shortest time between two questions, ms. */
const PAUSE_MS = 100;
/** How long an answer is waited for, ms: Docker before version 23 answers once a second. */
const PATIENCE_MS = 2_000;

/** Follows the CPU time of the learner's container. Answers may come late, never, or when the container is another one. */
export class CpuMeter {
  readonly #measure: MeasureCpu;
  readonly #onUsed: (cpuMs: number) => void;
  /** Counts containers: what is said of an earlier one is not heard. */
  #container = 0;
  #total = 0;
  #askedAt = 0;
  #waiting = false;
  #known = true;

  /** `onUsed` is told how much was used since it was last told. */
  constructor(measure: MeasureCpu, onUsed: (cpuMs: number) => void) {
    this.#measure = measure;
    this.#onUsed = onUsed;
  }

  /** Another container is ready; asks what it has used until now, which nobody is charged with. */
  restart(now: number): void {
    this.#container += 1;
    this.#total = 0;
    this.#known = true;
    this.#ask(now);
  }

  /** To be called at each step. `due`: somebody wants to know. */
  look(now: number, due: boolean): void {
    if (this.#waiting && now - this.#askedAt >= PATIENCE_MS) this.#known = false;
    if (!this.#waiting && due && now - this.#askedAt >= PAUSE_MS) this.#ask(now);
  }

  /** Whether CPU times are to be had; otherwise the clock has to decide. */
  get known(): boolean {
    return this.#known;
  }

  #ask(now: number): void {
    const container = this.#container;
    this.#askedAt = now;
    this.#waiting = true;
    this.#measure((totalMs) => {
      if (container !== this.#container) return;
      this.#waiting = false;
      this.#known = totalMs !== null;
      if (totalMs === null) return;
      const used = Math.max(0, totalMs - this.#total);
      this.#total += used;
      this.#onUsed(used);
    });
  }
}
