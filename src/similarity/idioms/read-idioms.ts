import { readFile } from 'node:fs/promises';
import type { ReadingProcess } from '../reading/process/reading-process.ts';
import type { Reading } from '../reading/token.ts';

/** Where one idiom ends and the next one begins. */
const FILES: readonly { name: string; between: RegExp }[] = [
  { name: 'idioms.js', between: /\n(?=export )/ },
  { name: 'idioms.py', between: /\n\n\n/ },
];

/**
 * What many write in the same way without having it from each other, one reading an idiom. Each is read on its own: whatever one of them
 * declares is no name of the others'.
 */
export async function readIdioms(reading: Pick<ReadingProcess, 'read'>): Promise<readonly Reading[]> {
  const all = await Promise.all(
    FILES.map(async ({ name, between }) => {
      const text = await readFile(new URL(name, import.meta.url), 'utf8');
      return text.split(between).map((idiom) => new Map([[name, new TextEncoder().encode(idiom)]]));
    }),
  );
  const read = await Promise.all(all.flat().map((files) => reading.read(files, null)));
  return read.flatMap(({ files }) => files);
}
