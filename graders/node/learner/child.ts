import { type ChildProcess, spawn } from 'node:child_process';
import { openPipes } from './pipes.ts';

/** What a program of the submission finds in its environment, besides what a test adds. */
const ENVIRONMENT = { PATH: process.env['PATH'] ?? '', HOME: '/tmp', TZ: 'UTC', LANG: 'C.UTF-8' };

export interface Child {
  process: ChildProcess;
  /** How it ended: its own process, whatever others it has started. Rejects when it could not be started. */
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  stdout: () => string;
  stderr: () => string;
  /** Ends it and whatever it started in its process group. */
  kill: () => void;
}

export interface ChildOptions {
  cwd: string;
  env: Record<string, string>;
  /** The open file that it reads, else nothing. */
  stdin?: number;
  /** Bytes of each of its outputs that are kept. */
  outputBytes: number;
  /** Told once, when it has printed more than is kept. */
  onFlood: () => void;
}

/** Starts a program of the submission. When it ends, its process group is killed, and what it had printed is all there is. */
export function startChild(command: string, args: string[], options: ChildOptions): Child {
  const outputs = [output(options), output(options)];
  const pipes = openPipes(outputs.map(({ take }) => take));
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: { ...ENVIRONMENT, ...options.env },
    stdio: [options.stdin ?? 'ignore', ...pipes.map(({ write }) => write)],
    detached: true,
  });
  for (const pipe of pipes) pipe.given();
  const kill = (): void => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended already.
    }
  };
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      resolve({ code, signal });
    });
  }).finally(() => {
    kill();
    for (const pipe of pipes) pipe.finish();
  });
  ended.catch(() => undefined);
  return {
    process: child,
    ended,
    stdout: () => outputs[0]?.text() ?? '',
    stderr: () => outputs[1]?.text() ?? '',
    kill,
  };
}

function output({ outputBytes, onFlood }: ChildOptions): {
  take: (chunk: Buffer) => void;
  text: () => string;
} {
  const chunks: Buffer[] = [];
  let size = 0;
  return {
    take: (chunk) => {
      if (size > outputBytes) return;
      size += chunk.byteLength;
      chunks.push(chunk);
      if (size > outputBytes) onFlood();
    },
    text: () => Buffer.concat(chunks).subarray(0, outputBytes).toString(),
  };
}
