import { sandboxError } from '../../domain/errors/sandbox.ts';

/** How long one call to Docker may take, ms: a hung call must not hold up the others. */
export const CALL_MS = 30_000;

/**
 * Waits for one call to Docker, but no longer than `ms`. `call` says in words what Docker was asked to do. Rejects
 * with `sandbox.docker-slow` or `sandbox.docker-away`; a call that is late goes on, and `late` is given its result.
 */
export async function dockerCall<T>(
  call: string,
  promise: Promise<T>,
  { ms = CALL_MS, late }: { ms?: number; late?: (result: T) => void } = {},
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const state = { tooLate: false };
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      state.tooLate = true;
      reject(sandboxError('sandbox.docker-slow', { call, seconds: ms / 1000 }));
    }, ms);
  });
  promise.then(
    (result) => {
      if (state.tooLate) late?.(result);
    },
    () => undefined,
  );
  try {
    return await Promise.race([promise, deadline]);
  } catch (error) {
    if (state.tooLate) throw error;
    const cause = error instanceof Error ? error.message : String(error);
    throw sandboxError('sandbox.docker-away', { call, cause }, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

/** The HTTP status that Docker answered with, where an error has one. */
export function dockerStatus(error: unknown): number | null {
  const own: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'statusCode') : null;
  if (typeof own === 'number') return own;
  return error instanceof Error && error.cause !== undefined ? dockerStatus(error.cause) : null;
}
