import { join } from 'node:path';
import type { FileMap } from '../../domain/course/file-map.ts';
import type { Project } from '../../domain/course/project.ts';
import { foldersIn, readFiles } from '../read-files.ts';
import type { Trial } from './trial.ts';

/** How often each solution is handed in: a suite that passes it once may fail it with other inputs, or at another time. */
const SOLUTION_REPEATS = 3;

/** Everything of a project whose decision is known: its solutions, its starter, its examples and its broken variants. */
export async function trialsOf(project: Project): Promise<Trial[]> {
  const { dir, rubric, starter } = project;
  const solutions = await folders(join(dir, 'solutions'));
  const examples = await folders(join(dir, 'examples'));
  const variants = await folders(join(dir, 'variants'));
  const base = solutions[0]?.files ?? new Map<string, Uint8Array>();
  return [
    ...solutions.flatMap((solution) =>
      Array.from({ length: SOLUTION_REPEATS }, (_, repeat): Trial => ({
        kind: 'solution',
        ...solution,
        repeat,
      })),
    ),
    { kind: 'starter', name: 'starter', dir: join(dir, 'starter'), files: starter, repeat: 0 },
    ...examples
      .filter(({ name }) => name in rubric.examples)
      .map((example): Trial => ({ kind: 'example', ...example, repeat: 0 })),
    // A variant has the files that differ from the first solution.
    ...variants.map((variant): Trial => ({
      kind: 'variant',
      ...variant,
      files: new Map([...base, ...variant.files]),
      repeat: 0,
    })),
  ];
}

async function folders(parent: string): Promise<{ name: string; dir: string; files: FileMap }[]> {
  const names = await foldersIn(parent);
  return Promise.all(
    names.map(async (name) => {
      const dir = join(parent, name);
      return { name, dir, files: (await readFiles(dir)).files ?? new Map<string, Uint8Array>() };
    }),
  );
}
