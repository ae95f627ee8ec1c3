/** A place that was taken, to be given back once. */
export type Release = () => void;

interface Waiter {
  alone: boolean;
  enter: () => void;
}

/**
 * How many runs there may be at once. Whoever finds no place waits in line. A run may ask to be alone: it waits until
 * every place is free, and nobody enters meanwhile.
 */
export class Places {
  readonly count: number;
  readonly #line: Waiter[] = [];
  #taken = 0;
  #alone = false;

  constructor(count: number) {
    this.count = count;
  }

  /** Runs that have a place now. */
  get taken(): number {
    return this.#taken;
  }

  /** Whether a run has asked to be alone, and is. */
  get alone(): boolean {
    return this.#alone;
  }

  /** Resolves when there is a place; rejects with the signal's reason when it is aborted before. */
  async take({ alone, signal }: { alone: boolean; signal: AbortSignal }): Promise<Release> {
    signal.throwIfAborted();
    await new Promise<void>((resolve, reject) => {
      const onAbort = (): void => {
        this.#line.splice(this.#line.indexOf(waiter), 1);
        reject(signal.reason as Error);
        this.#admit();
      };
      const waiter = {
        alone,
        enter: () => {
          signal.removeEventListener('abort', onAbort);
          resolve();
        },
      };
      signal.addEventListener('abort', onAbort, { once: true });
      this.#line.push(waiter);
      this.#admit();
    });
    let given = false;
    return () => {
      if (given) return;
      given = true;
      this.#taken -= 1;
      this.#alone = false;
      this.#admit();
    };
  }

  #admit(): void {
    for (let [first] = this.#line; first !== undefined; [first] = this.#line) {
      const fits = !this.#alone && (first.alone ? this.#taken === 0 : this.#taken < this.count);
      if (!fits) return;
      this.#line.shift();
      this.#taken += 1;
      this.#alone = first.alone;
      first.enter();
    }
  }
}
