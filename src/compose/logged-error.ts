import { messageOf } from '../domain/errors/message-of.ts';
import { TouchstoneError } from '../domain/errors/touchstone-error.ts';

interface LoggedError {
  type: string;
  message: string;
  code?: string;
  stack?: string;
  cause?: LoggedError | string;
}

/** More causes than this say nothing new, and a cause may be its own. */
const mostCauses = 5;

const code = (error: Error) =>
  'code' in error && typeof error.code === 'string' ? { code: error.code } : {};

/** The frames alone: the first lines of a stack are the message again. */
function frames(error: Error) {
  const lines = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return lines.length === 0 ? {} : { stack: lines.join('\n') };
}

/**
 * An error as it is logged: what is listed here and nothing else. Drivers hang all they know on their errors, such as
 * the command that Redis refused with the password in it, or the parameters of a query.
 */
export function loggedError(error: unknown, depth = 0): LoggedError | string {
  if (!(error instanceof Error)) return messageOf(error);
  const cause =
    error.cause === undefined || depth >= mostCauses ? {} : { cause: loggedError(error.cause, depth + 1) };
  const message = error instanceof TouchstoneError ? error.logged : messageOf(error);
  return { type: error.name, message, ...code(error), ...frames(error), ...cause };
}
