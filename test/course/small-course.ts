import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

const courseYml = `title: Small course
repositories: '{project}-{login}'
units:
  - id: basics
    title: Basics
    effortHours: 4
    projects: [sums]
  - id: programs
    title: Programs
    needs: [basics]
    effortHours: 8
    projects: [todo-cli]
`;

const rubricYml = `title: Sums
summary: You will have written a function that adds.
grader: node
stages:
  - id: functionality
    threshold: 0.8
    criteria:
      - id: adds
        title: It adds
        why: Adding is the beginning of every bill.
        skills: [numbers]
        essential: true
        evidence:
          - test: Sums > adds two numbers
            hint: Try it on paper.
        correctives:
          - kind: read
            text: Find out about numbers.
            link: https://developer.mozilla.org/
examples:
  right: mastered
`;

const project = (slug: string) => ({
  [`${slug}/rubric.yml`]: rubricYml,
  [`${slug}/brief.md`]: '# Sums\n',
  [`${slug}/starter/index.js`]: 'export {};\n',
  [`${slug}/tests/public/sums.test.js`]: '// a public test\n',
  [`${slug}/tests/hidden/sums.test.js`]: '// a hidden test\n',
  [`${slug}/solutions/loop/index.js`]: '// one\n',
  [`${slug}/solutions/reduce/index.js`]: '// another\n',
  [`${slug}/examples/right/index.js`]: '// right\n',
});

/** A course of two units and two projects without a single fault, as files. */
export const smallCourse: Readonly<Record<string, string>> = {
  'course.yml': courseYml,
  ...project('sums'),
  ...project('todo-cli'),
};

export type CourseFiles = Record<string, string>;

/** Replaces a text that must be there, in one file. */
export function changed(files: CourseFiles, file: string, from: string, to: string): CourseFiles {
  const text = files[file];
  if (text?.includes(from) !== true) throw new Error(`${file} has no "${from}"`);
  return { ...files, [file]: text.replace(from, to) };
}

/** Without the files whose paths begin so. */
export function without(files: CourseFiles, prefix: string): CourseFiles {
  return Object.fromEntries(Object.entries(files).filter(([path]) => !path.startsWith(prefix)));
}

/** Writes files into a folder of their own, which is gone after the test. */
export async function onDisk(files: CourseFiles): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'course-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await writeFile(join(dir, path), text);
  }
  return dir;
}
