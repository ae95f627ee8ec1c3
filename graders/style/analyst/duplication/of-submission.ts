import type { Duplication, StyleOptions } from '../../../../src/sandbox/analysis/style.ts';
import { textOf } from '../files/classify.ts';
import type { Submitted } from '../files/submitted.ts';
import type { Reading } from '../read-files.ts';
import { type Compared, repetitions, type StarterText } from './duplication.ts';

/** What a submission says twice; a file that cannot be compared is marked as not read. */
export async function duplicationOf(
  files: readonly Submitted[],
  { tools, starter, until }: Reading,
  wanted: StyleOptions['duplication'],
): Promise<Duplication | null> {
  if (wanted === null) return null;
  const compared = files.flatMap(({ path, language, bytes, lines, why, unread }): Compared[] => {
    const readable = unread === null || unread === 'syntax';
    if (language === null || !readable || (why !== null && why !== 'starter')) return [];
    return [{ path, language, bytes, countedLines: why === null ? lines : null }];
  });
  const { duplication, lost } = await repetitions(tools.detector, compared, {
    leastTokens: wanted.leastTokens,
    starter: starterText(files, starter),
    until,
  });
  for (const file of files) file.unread ??= lost.get(file.path) ?? null;
  return duplication;
}

/** A passage was the starter's if each of its lines was in the starter's version of the file. */
function starterText(files: readonly Submitted[], starter: ReadonlyMap<string, Uint8Array>): StarterText {
  const lines = new Map(files.map(({ path, bytes }) => [path, textOf(bytes).split('\n')]));
  const had = new Map(
    [...starter].map(([path, bytes]) => [
      path,
      new Set(
        textOf(bytes)
          .split('\n')
          .map((line) => line.trim()),
      ),
    ]),
  );
  return {
    has: ({ file, start, end }) =>
      (lines.get(file) ?? [])
        .slice(start - 1, end)
        .every((line) => line.trim() === '' || had.get(file)?.has(line.trim()) === true),
  };
}
