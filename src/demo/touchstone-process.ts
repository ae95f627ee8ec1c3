import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const program = fileURLToPath(new URL('../../bin/touchstone.mjs', import.meta.url));
const Started = z.object({ url: z.url().nullable() });

// Longer than a cold start with a new embedded database takes on a busy machine (measured: 5 to 12 s).
const startMs = 90_000;
const stopMs = 20_000;

export interface TouchstoneProcess {
  /** Null for a worker. */
  url: string | null;
  pid: number;
  /** An orderly end. */
  stop(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

/**
 * Starts a role of Touchstone (`serve`, `worker`, `serve --with-worker`) as a process of its own, as a school would, with
 * its log in a file.
 *
 * @throws Error with the log's name when it does not come up.
 */
export async function startTouchstone(options: {
  role: readonly string[];
  courseDir: string;
  env: Record<string, string>;
  logFile: string;
}): Promise<TouchstoneProcess> {
  const log = createWriteStream(options.logFile, { flags: 'a' });
  const child = spawn(
    process.execPath,
    [program, ...options.role, '--course', options.courseDir, '--format', 'json'],
    { env: { ...process.env, ...options.env }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  child.stderr.pipe(log);
  const ended = new Promise<void>((resolve) =>
    child.once('close', () => {
      resolve();
    }),
  );

  const stop = async () => {
    const killer = setTimeout(() => child.kill('SIGKILL'), stopMs);
    try {
      child.kill('SIGTERM');
      await ended;
    } finally {
      clearTimeout(killer);
      log.end();
    }
  };

  const url = await new Promise<string | null>((resolve, reject) => {
    let printed = '';
    const failed = (why: string) => {
      reject(new Error(`touchstone ${options.role.join(' ')} ${why}; its log is in ${options.logFile}`));
    };
    const timer = setTimeout(() => {
      failed(`did not start within ${startMs / 1000} s`);
    }, startMs);
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      log.write(chunk);
      const line = printed.split('\n').find((text) => text.startsWith('{') && text.endsWith('}'));
      if (line === undefined) return;
      clearTimeout(timer);
      const started = Started.safeParse(JSON.parse(line));
      if (started.success) resolve(started.data.url);
      else failed(`printed what is no address: ${line}`);
    });
    void ended.then(() => {
      clearTimeout(timer);
      failed(`ended with code ${child.exitCode ?? 'none'}`);
    });
  }).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return {
    url,
    pid: child.pid ?? 0,
    stop,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
      log.end();
    },
  };
}
