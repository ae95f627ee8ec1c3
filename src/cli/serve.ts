import { exit } from './exit.ts';
import type { Parts, Running } from './parts.ts';
import type { Terminal } from './terminal.ts';

const untilAborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else
      signal.addEventListener(
        'abort',
        () => {
          resolve();
        },
        { once: true },
      );
  });

async function runUntilStopped(running: Running, name: string, terminal: Terminal, signal: AbortSignal) {
  terminal.err(`touchstone ${name} is running${running.url === null ? '' : ` at ${running.url}`}\n`);
  try {
    await untilAborted(signal);
  } finally {
    terminal.err(`touchstone ${name} is stopping\n`);
    await running.stop();
  }
  return exit.done;
}

/** `touchstone serve`: the web process, until a signal stops it. */
export async function serveCommand(
  options: { course: string; withWorker: boolean },
  parts: Parts,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const running = await parts.serve({ courseDir: options.course, withWorker: options.withWorker });
  return runUntilStopped(running, options.withWorker ? 'serve --with-worker' : 'serve', terminal, signal);
}

/** `touchstone worker`: a worker, until a signal stops it. */
export async function workerCommand(
  options: { course: string },
  parts: Parts,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  return runUntilStopped(await parts.work({ courseDir: options.course }), 'worker', terminal, signal);
}
