import { entry, errorsOf } from './touchstone-error.ts';

/** What goes wrong with the database, the queue or a run, and has to be mended by whoever runs Touchstone. */
export const operatorErrors = {
  'database.in-use': entry<{ dataDir: string; pid: number; host: string }>({
    audience: 'operator',
    message: ({ dataDir, pid, host }) =>
      `The database in "${dataDir}" is in use by process ${pid} on "${host}"; it bears one process only.`,
    fix: () =>
      'Stop that process first, or set TOUCHSTONE_DATABASE_URL to a PostgreSQL server, which takes as many processes as you like.',
  }),
  'database.unreachable': entry<{ where: string; seen: string }>({
    audience: 'operator',
    message: ({ where, seen }) => `The database at ${where} does not answer: ${seen}.`,
    fix: () => 'Start PostgreSQL, or correct TOUCHSTONE_DATABASE_URL, and try again.',
  }),
  'database.read-only': entry<Record<string, never>>({
    audience: 'operator',
    message: () => 'The database answers, but only reads: nothing can be written into it.',
    fix: () =>
      'Point TOUCHSTONE_DATABASE_URL at the primary server, and look at its disk and at default_transaction_read_only.',
  }),
  'run.unreadable': entry<{ run: number; problem: string }>({
    audience: 'operator',
    message: ({ run, problem }) => `The stored marking of run ${run} cannot be read any more: ${problem}`,
    fix: () => 'Press "Re-run" on the check: the submission is then marked again.',
  }),
  'run.workers-lost': entry<{ run: number; tries: number }>({
    audience: 'operator',
    message: ({ run, tries }) => `${tries} workers died while they marked run ${run}.`,
    fix: () =>
      'Look at the logs of the workers and at the memory of the machine, then press "Re-run" on the check.',
  }),
  'run.no-project': entry<{ project: string }>({
    audience: 'operator',
    message: ({ project }) => `The course of this worker has no project "${project}".`,
    fix: () => 'Check TOUCHSTONE_COURSE, and that all processes have the same course.',
  }),
  'run.stage-broken': entry<{ stage: string; reason: string }>({
    audience: 'operator',
    message: ({ stage, reason }) => `The stage "${stage}" is broken: ${reason}`,
    fix: () =>
      'The reason says what is at fault. `touchstone mark` on a solution of the project shows it again, and `touchstone doctor` checks the machine.',
  }),
  'run.unexpected': entry<{ seen: string }>({
    audience: 'operator',
    message: ({ seen }) => `Marking failed in a way that was not foreseen: ${seen}`,
    fix: () => 'Please report this with the message above and the log around it.',
  }),
};

export const operatorError = errorsOf(operatorErrors);
