import { pino, type DestinationStream, type Logger } from 'pino';
import type { Config } from '../config.ts';
import { loggedError } from './logged-error.ts';

/**
 * The one log, JSON lines on standard error: standard output is for data. Logs hold ids, never logins, payloads or
 * secrets.
 */
export function createLog(
  { logLevel }: Pick<Config, 'logLevel'>,
  to: DestinationStream = pino.destination({ fd: 2, sync: true }),
): Logger {
  return pino(
    {
      level: logLevel,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: (error: unknown) => loggedError(error) },
    },
    to,
  );
}
