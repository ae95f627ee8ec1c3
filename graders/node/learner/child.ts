import { type ChildProcess, spawn } from 'node:child_process';

/** What a program of the submission finds in its environment, besides what a test adds. */
const ENVIRONMENT = { PATH: process.env['PATH'] ?? '', HOME: '/tmp', TZ: 'UTC', LANG: 'C.UTF-8' };

/** Bytes of a program's output that are kept. */
export const OUTPUT_BYTES = 256 * 1024;

export interface Child {
  process: ChildProcess;
  stdout: () => string;
  stderr: () => string;
  /** Ends it and whatever it started in its process group. */
  kill: () => void;
}

/**
 * Starts a program of the submission. `stdin`: the open file that it reads, else nothing. `onFlood` is told once, when
 * it has printed more than is kept.
 */
export function startChild(
  command: string,
  args: string[],
  options: { cwd: string; env: Record<string, string>; stdin?: number; onFlood: () => void },
): Child {
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: { ...ENVIRONMENT, ...options.env },
    stdio: [options.stdin ?? 'ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const collected = [child.stdout, child.stderr].map((stream) => {
    const chunks: Buffer[] = [];
    let size = 0;
    stream?.on('data', (chunk: Buffer) => {
      if (size > OUTPUT_BYTES) return;
      size += chunk.byteLength;
      chunks.push(chunk);
      if (size > OUTPUT_BYTES) options.onFlood();
    });
    return () => Buffer.concat(chunks).subarray(0, OUTPUT_BYTES).toString();
  });
  return {
    process: child,
    stdout: () => collected[0]?.() ?? '',
    stderr: () => collected[1]?.() ?? '',
    kill: () => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      } catch {
        // It has ended already.
      }
    },
  };
}
