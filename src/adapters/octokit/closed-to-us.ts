import { GitHubError } from '../../domain/errors/github.ts';

/** Whether something is gone or is not shown to the App (GitHub answers 404 for both, at times 403). */
export function isClosedToUs(error: unknown): boolean {
  return error instanceof GitHubError && (error.code === 'github.gone' || error.code === 'github.forbidden');
}

/** Asks, and takes "gone" and "forbidden" for null. */
export async function orNullWhenClosed<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (isClosedToUs(error)) return null;
    throw error;
  }
}
