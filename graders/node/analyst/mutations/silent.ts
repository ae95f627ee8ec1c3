import type { Logger } from '@stryker-mutator/api/logging';

const nothing = (): undefined => undefined;
const no = (): boolean => false;

/** A log that nobody reads: what comes out of it is said by those who asked. */
export const silent: Logger = {
  isTraceEnabled: no,
  isDebugEnabled: no,
  isInfoEnabled: no,
  isWarnEnabled: no,
  isErrorEnabled: no,
  isFatalEnabled: no,
  trace: nothing,
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  fatal: nothing,
};
