/** A way to do a piece of work that others are compared with. */
export interface Way {
  name: string;
  /** Does it once; rejects when the result is not the right one. */
  run: () => Promise<void>;
  /** Removes whatever it keeps. */
  close: () => Promise<void>;
}

/** A way that keeps nothing. */
export function plainWay(name: string, run: () => Promise<void>): Way {
  return { name, run, close: () => Promise.resolve() };
}

/** Milliseconds that a piece of work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
