/** Objects of this side that the other side knows by number only. */
export class Handles {
  readonly #objects = new Map<number, object>();
  readonly #numbers = new Map<object, number>();
  #next: number;

  /** `first`: ranges keep the handles of different processes apart, so that a stale one is recognised. */
  constructor(first: number) {
    this.#next = first;
  }

  of(object: object): number {
    const known = this.#numbers.get(object);
    if (known !== undefined) return known;
    const handle = this.#next;
    this.#next += 1;
    this.#numbers.set(object, handle);
    this.#objects.set(handle, object);
    return handle;
  }

  get(handle: number): object | undefined {
    return this.#objects.get(handle);
  }
}
