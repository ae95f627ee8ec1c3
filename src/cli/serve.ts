import { exit } from './exit.ts';
import type { Parts, Running } from './parts.ts';
import type { Terminal } from './terminal.ts';

/** Resolves when the signal is aborted. */
export const untilAborted = (signal: AbortSignal) =>
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

async function runUntilStopped(
  running: Running,
  name: string,
  format: 'text' | 'json',
  terminal: Terminal,
  signal: AbortSignal,
) {
  if (format === 'json') terminal.out(`${JSON.stringify({ url: running.url })}\n`);
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
  options: { course: string; format: 'text' | 'json'; withWorker: boolean },
  parts: Parts,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const running = await parts.serve({ courseDir: options.course, withWorker: options.withWorker });
  return runUntilStopped(
    running,
    options.withWorker ? 'serve --with-worker' : 'serve',
    options.format,
    terminal,
    signal,
  );
}

/** `touchstone worker`: a worker, until a signal stops it. */
export async function workerCommand(
  options: { course: string; format: 'text' | 'json' },
  parts: Parts,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  return runUntilStopped(
    await parts.work({ courseDir: options.course }),
    'worker',
    options.format,
    terminal,
    signal,
  );
}
