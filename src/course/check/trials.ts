import { join } from 'node:path';
import type { FileMap } from '../../domain/course/file-map.ts';
import type { Project } from '../../domain/course/project.ts';
import { foldersIn, readFiles } from '../read-files.ts';
import { variantsForOwnTests } from '../variants.ts';
import type { Trial } from './trial.ts';

/** How often each solution is handed in: a suite that passes it once may fail it with other inputs, or at another time. */
const SOLUTION_REPEATS = 3;

/** Everything of a project whose decision is known, in every parallel form: its solutions, its starter, its examples and its broken variants. */
export async function trialsOf(project: Project): Promise<Trial[]> {
  const { dir, rubric, starter, forms } = project;
  const solutions = await folders(join(dir, 'solutions'));
  const examples = await folders(join(dir, 'examples'));
  const variants = await folders(join(dir, 'variants'));
  const forOwnTests = new Set(variantsForOwnTests(rubric).map(({ variant }) => variant));
  const base = solutions[0]?.files ?? new Map<string, Uint8Array>();
  const once: Omit<Trial, 'form'>[] = [
    ...solutions.flatMap((solution) =>
      Array.from({ length: SOLUTION_REPEATS }, (_, repeat) => ({
        kind: 'solution' as const,
        ...solution,
        repeat,
      })),
    ),
    { kind: 'starter', name: 'starter', dir: join(dir, 'starter'), files: starter, repeat: 0 },
    ...examples
      .filter(({ name }) => name in rubric.examples)
      .map((example) => ({ kind: 'example' as const, ...example, repeat: 0 })),
    // A variant has the files that differ from the first solution. One that the learner's own tests have to notice is noticed by those
    // of every solution, or the solution misses its criterion.
    ...variants
      .filter(({ name }) => !forOwnTests.has(name))
      .map((variant) => ({
        kind: 'variant' as const,
        ...variant,
        files: new Map([...base, ...variant.files]),
        repeat: 0,
      })),
  ];
  const names = forms.size === 0 ? [null] : [...forms.keys()];
  return names.flatMap((form) => once.map((trial): Trial => ({ ...trial, form })));
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
