import { createHash } from 'node:crypto';
import type { FileMap } from '../domain/course/file-map.ts';

/**
 * The number that tests draw their inputs from, 32 bits: the same for the same submission and tests, so that a run
 * can be repeated, and not foretold by who does not have the hidden tests.
 */
export function seedOf(submission: FileMap, tests: FileMap): number {
  const hash = createHash('sha256');
  for (const files of [submission, tests]) {
    for (const [path, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
      hash.update(`${path}\0${bytes.byteLength}\0`).update(bytes);
    }
    hash.update('\n');
  }
  return hash.digest().readUInt32BE(0);
}
