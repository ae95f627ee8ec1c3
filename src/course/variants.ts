import { join } from 'node:path';
import type { Rubric } from '../domain/course/rubric.ts';
import { aboutFile, type CourseFinding, type Remark } from './finding.ts';
import { foldersIn, readFiles } from './read-files.ts';
import { isSameFile } from './same-folder.ts';
import { solutionOf } from './solution.ts';

/** The variants that the learner's own tests have to catch, and where rubric.yml names them. */
export function variantsForOwnTests({
  stages,
}: Pick<Rubric, 'stages'>): { variant: string; path: PropertyKey[] }[] {
  return stages.flatMap(({ criteria }, stage) =>
    criteria.flatMap(({ evidence }, criterion) =>
      evidence.flatMap((asked, at) =>
        'ownTests' in asked && asked.variant !== undefined
          ? [
              {
                variant: asked.variant,
                path: ['stages', stage, 'criteria', criterion, 'evidence', at, 'variant'],
              },
            ]
          : [],
      ),
    ),
  );
}

/** Whether the variants that the learner's own tests have to catch are there, and look like the solution from outside. */
export async function checkVariants(
  dir: string,
  rubric: Pick<Rubric, 'stages'>,
  place: (remark: Remark) => CourseFinding,
): Promise<CourseFinding[]> {
  const named = variantsForOwnTests(rubric);
  if (named.length === 0) return [];
  const folders = await foldersIn(join(dir, 'variants'));
  const passes = rubric.stages.some(({ criteria }) =>
    criteria.some(({ evidence }) =>
      evidence.some((asked) => 'ownTests' in asked && asked.ownTests === 'pass'),
    ),
  );
  const missing = named
    .filter(({ variant }) => !folders.includes(variant))
    .map(({ variant, path }) =>
      place({
        level: 'error',
        path,
        message: 'there is no such variant',
        found: variant,
        expected: folders.length === 0 ? 'a folder of variants/' : `one of ${folders.join(', ')}`,
      }),
    );
  const solution = (await solutionOf({ dir })) ?? new Map<string, Uint8Array>();
  const there = [...new Set(named.map(({ variant }) => variant))].filter((name) => folders.includes(name));
  const strange = await Promise.all(
    there.map(async (name) => {
      const folder = join(dir, 'variants', name);
      const files = (await readFiles(folder)).files ?? new Map<string, Uint8Array>();
      if ([...files].every(([path, bytes]) => isSameFile(bytes, solution.get(path))))
        return [
          aboutFile(
            'error',
            folder,
            'nothing is different from the first solution here, so no tests can catch it',
          ),
        ];
      return [...files.keys()]
        .filter((path) => !solution.has(path))
        .map((path) =>
          aboutFile(
            'error',
            join(folder, path),
            'the first solution has no such file, so a learner’s tests could tell this variant without looking at what it does',
          ),
        );
    }),
  );
  const alone = named.slice(0, passes ? 0 : 1).map(({ path }) =>
    place({
      level: 'error',
      path: path.slice(0, -1),
      message:
        'no criterion asks whether the learner’s tests pass on the solutions, and what they catch shows after that',
      expected: 'ownTests: pass, in this criterion or another one',
    }),
  );
  return [...alone, ...missing, ...strange.flat()];
}
