import type { Logger } from 'pino';

/** Work that is done again and again, one time after the other. */
export interface Loop {
  /** Does it now, or once more if it is being done. */
  wake(): void;
  /** Aborts the signal of the work under way and resolves when it has ended. */
  stop(): Promise<void>;
}

export interface LoopOptions {
  name: string;
  /** Resolves to true where there is more to do at once. */
  work: (signal: AbortSignal) => Promise<boolean>;
  /** Pause between two times, in milliseconds. */
  idleMs: number;
  /** Pause after a failure; it doubles with each further one, up to `longestPauseMs`. */
  firstPauseMs: number;
  longestPauseMs: number;
  log: Logger;
}

/**
 * Runs work for ever: a failure is logged when it begins and when it is over, never ends the loop, and makes the
 * pauses longer, so that nothing spins while something is away.
 */
export function startLoop({ name, work, idleMs, firstPauseMs, longestPauseMs, log }: LoopOptions): Loop {
  const ending = new AbortController();
  let failures = 0;
  let woken = false;
  let rouse: () => void = () => undefined;

  const rest = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const isOver = () => ending.signal.aborted;
  const wasWoken = () => {
    const was = woken;
    woken = false;
    return was;
  };

  const once = async (): Promise<number> => {
    try {
      const more = await work(ending.signal);
      if (failures > 0) log.info({ loop: name }, 'works again');
      failures = 0;
      return more ? 0 : idleMs;
    } catch (error) {
      failures += 1;
      if (failures === 1 && !isOver()) log.warn({ err: error, loop: name }, 'does not work; tried again');
      return Math.min(firstPauseMs * 2 ** Math.min(failures - 1, 16), longestPauseMs);
    }
  };

  const run = async () => {
    while (!isOver()) {
      wasWoken();
      const pauseMs = await once();
      // Being woken cuts a rest short, but not the pause after a failure: a chatty waker must not make it spin.
      if (!isOver() && pauseMs > 0 && (failures > 0 || !wasWoken())) await rest(pauseMs);
    }
  };
  const ended = run();

  return {
    wake() {
      woken = true;
      if (failures === 0) rouse();
    },
    stop() {
      ending.abort();
      rouse();
      return ended;
    },
  };
}
