/**
 * Does some work under a signal that is aborted when either of two is, with the reason of that one. Unlike
 * `AbortSignal.any` it leaves no trace of the work in a signal that lives on.
 */
export async function underEither<T>(
  signals: readonly [AbortSignal, AbortSignal],
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const either = new AbortController();
  const onAbort = (): void => {
    either.abort(signals.find(({ aborted }) => aborted)?.reason);
  };
  for (const signal of signals) signal.addEventListener('abort', onAbort);
  if (signals.some(({ aborted }) => aborted)) onAbort();
  try {
    return await work(either.signal);
  } finally {
    for (const signal of signals) signal.removeEventListener('abort', onAbort);
  }
}
