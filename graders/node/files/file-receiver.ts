import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import type { Frame } from '../../../src/sandbox/protocol/frames.ts';
import { readFileFrame } from '../../../src/sandbox/protocol/file-frames.ts';

/** Writes the files that arrive in frames into a folder. */
export class FileReceiver {
  readonly #folder: string;
  readonly paths = new Set<string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** A file that the file system refuses (a name too long, a folder of the same name) is left out. */
  take(frame: Frame): void {
    const { path, bytes } = readFileFrame(frame);
    const target = join(this.#folder, normalize(`/${path}`));
    try {
      if (this.paths.has(path)) appendFileSync(target, bytes);
      else {
        mkdirSync(dirname(target), { recursive: true });
        writeFileSync(target, bytes);
      }
    } catch {
      return;
    }
    this.paths.add(path);
  }
}
