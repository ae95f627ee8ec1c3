import { RunStopped } from './stop-signal.ts';

/** Keeps a lease alive and notices when it is lost. */
export interface Heartbeat {
  /** Aborted, with a `RunStopped`, when the lease is lost or the process is ending. */
  signal: AbortSignal;
  stop(): void;
}

/**
 * Renews a lease again and again. A renewal that fails (the database is away) says nothing: nobody can take the run
 * over meanwhile either, so the work goes on. One that is refused means that the run is somebody else's, or superseded.
 *
 * @param ending aborted when the process is ending and can wait no longer
 */
export function startHeartbeat(
  renew: () => Promise<boolean>,
  everyMs: number,
  ending: AbortSignal,
): Heartbeat {
  const lost = new AbortController();
  const onEnding = () => {
    lost.abort(new RunStopped('process-ending'));
  };
  if (ending.aborted) onEnding();
  ending.addEventListener('abort', onEnding, { once: true });
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  const next = () => {
    if (!stopped) timer = setTimeout(() => void beat(), everyMs);
  };
  const beat = async () => {
    try {
      if (!(await renew()) && !stopped) {
        lost.abort(new RunStopped('lease-lost'));
        return;
      }
    } catch {
      // The next beat asks again.
    }
    next();
  };
  next();

  return {
    signal: lost.signal,
    stop() {
      stopped = true;
      clearTimeout(timer);
      ending.removeEventListener('abort', onEnding);
    },
  };
}
