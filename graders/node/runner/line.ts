import { spawnSync } from 'node:child_process';
import { mkdirSync, openSync } from 'node:fs';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { SCRATCH } from './local.ts';
import type { LineEnd } from './order.ts';

const FOLDER = join(SCRATCH, 'lines');

/** The supervisor's end of a line to the tests of one file. */
export interface Line {
  end: LineEnd;
  write: (bytes: Uint8Array) => void;
  close: () => void;
}

/**
 * Lays lines of these numbers: named pipes, because the tests open theirs twice, once to be told of what arrives and
 * once to wait for it with their thread stopped.
 */
export function layLines(numbers: readonly number[]): Line[] {
  mkdirSync(FOLDER, { recursive: true });
  const paths = numbers.map((number) => join(FOLDER, String(number)));
  const made = spawnSync('mkfifo', paths);
  if (made.status !== 0) throw new Error(`no line could be laid: ${made.stderr.toString()}`);
  return numbers.map((number, at) => {
    const path = paths[at] ?? '';
    // For reading too: then opening it waits for nobody, and a process that has ended breaks nothing.
    const socket = new Socket({ fd: openSync(path, 'r+'), readable: false, writable: true });
    socket.on('error', () => undefined);
    return {
      end: { number, path },
      write: (bytes) => socket.write(bytes),
      close: () => socket.destroy(),
    };
  });
}
