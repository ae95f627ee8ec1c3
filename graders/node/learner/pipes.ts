import { spawnSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { Socket } from 'node:net';

/** A pipe that a program prints into. */
export interface Pipe {
  /** The open file that the program is given. */
  write: number;
  /** To be called when the program has it. */
  given: () => void;
  /** Reads what is in it now, tells `onData` of it, and closes it, whoever still holds its other end. */
  finish: () => void;
}

/**
 * Opens pipes, one for each listener. What Node calls a pipe is a socket, and a program that opens /dev/stdout by its
 * name cannot open a socket; so these are made by the system, and their names removed again.
 */
export function openPipes(listeners: ((chunk: Buffer) => void)[]): Pipe[] {
  const folder = mkdtempSync('/tmp/pipes-');
  try {
    const paths = listeners.map((_listener, index) => `${folder}/${index}`);
    const made = spawnSync('mkfifo', paths, { stdio: ['ignore', 'ignore', 'pipe'] });
    if (made.status !== 0) throw made.error ?? new Error(made.stderr.toString());
    return paths.map((path, index) => openPipe(path, listeners[index] ?? (() => undefined)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function openPipe(path: string, onData: (chunk: Buffer) => void): Pipe {
  const read = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const write = openSync(path, constants.O_WRONLY);
  const reader = new Socket({ fd: read, readable: true, writable: false });
  let ended = false;
  reader.on('data', onData);
  // From here on its number may be another file's.
  for (const event of ['end', 'error', 'close']) {
    reader.on(event, () => {
      ended = true;
    });
  }
  return {
    write,
    given: () => {
      closeSync(write);
    },
    finish: () => {
      if (!ended) drain(read, onData);
      reader.destroy();
    },
  };
}

/** Reads what is there, and waits for nothing. */
function drain(file: number, onData: (chunk: Buffer) => void): void {
  for (;;) {
    const chunk = Buffer.alloc(64 * 1024);
    try {
      const length = readSync(file, chunk);
      if (length === 0) return;
      onData(chunk.subarray(0, length));
    } catch {
      // Nothing is in it (EAGAIN).
      return;
    }
  }
}
