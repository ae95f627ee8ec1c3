import { join } from 'node:path';
import type { Rubric } from '../domain/course/rubric.ts';
import { aboutFile, type CourseFinding, type Remark } from './finding.ts';
import { foldersIn } from './read-files.ts';

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
  return [...withoutFolder, ...withoutDecision, ...few];
}
