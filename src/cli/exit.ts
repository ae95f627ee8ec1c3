import { TouchstoneError, type ErrorReport } from '../domain/errors/touchstone-error.ts';

/** The exit codes of every command (docs/design.md, 'The command line'). */
export const exit = { done: 0, notYet: 1, usage: 2, failed: 3 } as const;

const usageCodes = /^(usage|course|config|submission|web)\./;

/** Turns whatever a command threw into what a person reads and the exit code. */
export function describeFailure(error: unknown): { report: ErrorReport; exitCode: number } {
  if (error instanceof TouchstoneError) {
    return {
      report: error.report(),
      exitCode: usageCodes.test(error.code) ? exit.usage : exit.failed,
    };
  }
  const message = error instanceof Error ? error.message : String(error);
  return {
    report: {
      code: 'internal.unexpected',
      audience: 'operator',
      message: `Touchstone failed unexpectedly: ${message}`,
      fix: 'Run it again with TOUCHSTONE_LOG_LEVEL=debug; if it stays, report it with the log.',
    },
    exitCode: exit.failed,
  };
}
