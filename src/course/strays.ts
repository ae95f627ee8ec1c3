import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { aboutFile, type CourseFinding } from './finding.ts';

const FILES = ['rubric.yml', 'brief.md'];
const OF_FOLDERS = ['solutions', 'examples', 'variants'];

/** Files of a project that nothing reads: beside its rubric, and beside the folders that its solutions, examples and variants are. */
export async function strayFiles(dir: string): Promise<CourseFinding[]> {
  const beside = (await filesIn(dir)).filter(
    (name) => !FILES.includes(name) && !/^(?:readme|license)\b/i.test(name),
  );
  const inside = await Promise.all(
    OF_FOLDERS.map(async (folder) =>
      (await filesIn(join(dir, folder))).map((name) =>
        aboutFile(
          'warning',
          join(dir, folder, name),
          `nothing reads this: each of the ${folder} is a folder of its own`,
        ),
      ),
    ),
  );
  return [
    ...beside.map((name) =>
      aboutFile('warning', join(dir, name), 'nothing reads this file', {
        expected: `one of ${FILES.join(', ')}`,
      }),
    ),
    ...inside.flat(),
  ];
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .toSorted();
}
