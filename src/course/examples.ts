import { join } from 'node:path';
import type { Rubric } from '../domain/course/rubric.ts';
import { aboutFile, type CourseFinding, type Remark } from './finding.ts';
import { foldersIn, readFiles } from './read-files.ts';
import { isSameFolder } from './same-folder.ts';

/** One right answer cannot show that the tests leave room for another. */
const SOLUTIONS_LEAST = 2;

/** Whether the folders of `examples/` and `solutions/` are those that the rubric counts on. */
export async function checkExamples(
  dir: string,
  rubric: Rubric,
  place: (remark: Remark) => CourseFinding,
): Promise<CourseFinding[]> {
  const [folders, solutions] = await Promise.all([
    foldersIn(join(dir, 'examples')),
    foldersIn(join(dir, 'solutions')),
  ]);
  const named = Object.keys(rubric.examples);
  const withoutFolder = named
    .filter((name) => !folders.includes(name))
    .map((name) =>
      place({
        level: 'error',
        path: ['examples'],
        key: name,
        message: `the example "${name}" has no folder`,
        expected: join(dir, 'examples', name),
      }),
    );
  const withoutDecision = folders
    .filter((name) => !named.includes(name))
    .map((name) =>
      aboutFile('error', join(dir, 'examples', name), 'this example has no decision in rubric.yml', {
        expected: `examples: { ${name}: mastered | not-yet | awaiting-review }`,
      }),
    );
  const few =
    solutions.length >= SOLUTIONS_LEAST
      ? []
      : [
          aboutFile(
            'warning',
            join(dir, 'solutions'),
            'there are too few solutions to see whether the tests leave room for more than one right answer',
            {
              found: String(solutions.length),
              expected: `at least ${SOLUTIONS_LEAST}, of different structure`,
            },
          ),
        ];
  return [
    ...withoutFolder,
    ...withoutDecision,
    ...impossible(rubric).map(place),
    ...few,
    ...(await checkSolutions(dir, solutions)),
  ];
}

/** Decisions that nothing can get under the rubric's own review policy. */
function impossible({ examples, review }: Rubric): Remark[] {
  return Object.entries(examples).flatMap(([key, decision]): Remark[] => {
    const about = { level: 'error', path: ['examples'], key, found: decision } as const;
    if (decision === 'mastered' && review.staff === 'always')
      return [
        {
          ...about,
          message: 'nothing is mastered by itself where a person decides',
          expected: 'awaiting-review',
        },
      ];
    if (decision === 'awaiting-review' && review.staff === 'never')
      return [
        {
          ...about,
          message: 'nothing awaits a person whom nobody asks',
          expected: 'mastered, or review: { staff: … }',
        },
      ];
    return [];
  });
}

/** Whether each solution is one, and another than those before it. */
async function checkSolutions(dir: string, names: readonly string[]): Promise<CourseFinding[]> {
  const folders = await Promise.all(
    names.map(async (name) => {
      const folder = join(dir, 'solutions', name);
      return { name, folder, files: (await readFiles(folder)).files ?? new Map<string, Uint8Array>() };
    }),
  );
  return folders.flatMap(({ folder, files }, at) => {
    if ([...files.keys()].every((path) => path.startsWith('.')))
      return [aboutFile('error', folder, 'this solution has no files')];
    const twin = folders.slice(0, at).find((other) => isSameFolder(files, other.files));
    if (twin === undefined) return [];
    return [
      aboutFile('warning', folder, 'this is the same as another solution, so it shows nothing more', {
        found: `the files of "${twin.name}"`,
        expected: 'an answer of another structure',
      }),
    ];
  });
}
