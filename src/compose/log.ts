import { pino, type Bindings, type ChildLoggerOptions, type DestinationStream, type Logger } from 'pino';
import type { Config } from '../config.ts';
import { loggable } from './loggable.ts';
import { loggedError } from './logged-error.ts';

/**
 * The one log, JSON lines on standard error: standard output is for data. Logs hold ids, never logins, payloads or
 * secrets.
 */
export function createLog(
  { logLevel }: Pick<Config, 'logLevel'>,
  to: DestinationStream = pino.destination({ fd: 2, sync: true }),
): Logger {
  const log = pino(
    {
      level: logLevel,
      base: { pid: process.pid },
      formatters: { log: loggable },
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: (error: unknown) => loggedError(error) },
    },
    to,
  );
  // Pino hands to no formatter what a child is bound to.
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called on the log that it is a child of
  const child = log.child;
  log.child = function <Levels extends string>(
    this: Logger,
    bindings: Bindings,
    options?: ChildLoggerOptions<Levels>,
  ) {
    return child.call(this, loggable(bindings), options) as Logger<Levels>;
  };
  return log;
}
