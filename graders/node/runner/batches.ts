import type { Framework } from './results.ts';
import type { TestFiles } from './test-files.ts';

/** Test files that one process runs. vitest takes long to start, and keeps its files apart by itself. */
export interface Batch {
  framework: Framework;
  files: string[];
}

/**
 * Which process runs which files. Every public one comes before every hidden one, whatever their frameworks are: what a
 * public test got is shown, and could otherwise tell of the hidden ones.
 */
export function batchesOf({ nodeTest, vitest }: Pick<TestFiles, 'nodeTest' | 'vitest'>): Batch[] {
  const isPublic = (path: string): boolean => path.startsWith('public/');
  const part = (wanted: boolean): Batch[] => {
    const files = vitest.filter((path) => isPublic(path) === wanted);
    return [
      ...nodeTest
        .filter((path) => isPublic(path) === wanted)
        .map((file): Batch => ({ framework: 'node:test', files: [file] })),
      ...(files.length === 0 ? [] : [{ framework: 'vitest' as const, files }]),
    ];
  };
  const batches: Batch[] = [];
  for (const batch of [...part(true), ...part(false)]) {
    const last = batches.at(-1);
    if (last?.framework === 'vitest' && batch.framework === 'vitest') last.files.push(...batch.files);
    else batches.push(batch);
  }
  return batches;
}
