import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { isatty } from 'node:tty';
import { describeFailure } from './cli/exit.ts';
import { runProgram } from './cli/program.ts';
import type { Terminal } from './cli/terminal.ts';
import { createParts } from './compose/parts.ts';
import { readConfig, type Config } from './config.ts';

const readText = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
};

/** Asks on standard error: standard output is for data. */
async function confirm(question: string): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test((await lines.question(`${question} [y/N] `)).trim());
  } finally {
    lines.close();
  }
}

const terminal: Terminal = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  outIsTerminal: isatty(1),
  errIsTerminal: isatty(2),
  // A pipe has no width.
  columns: isatty(1) ? process.stdout.columns : 100,
  ...(isatty(0) && isatty(2) && { confirm }),
};

/**
 * Runs the program: settings, signals, exit code. The first SIGINT or SIGTERM asks for an orderly end, the second ends
 * the process at once.
 */
export async function main(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  let config: Config;
  try {
    config = readConfig({ env, readFile: readText });
  } catch (error) {
    const { report, exitCode } = describeFailure(error);
    terminal.err(`${report.message}\n${report.fix}\n`);
    return exitCode;
  }
  const ending = new AbortController();
  const end = (signal: NodeJS.Signals) => {
    if (ending.signal.aborted) process.exit(130);
    ending.abort(new Error(`ended by ${signal}`));
  };
  process.on('SIGINT', end).on('SIGTERM', end);
  try {
    return await runProgram({
      argv: argv.slice(2),
      parts: createParts(config),
      terminal,
      defaultCourse: config.courseDir,
      signal: ending.signal,
    });
  } finally {
    process.off('SIGINT', end).off('SIGTERM', end);
  }
}
