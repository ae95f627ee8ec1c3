import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { FileMap } from '../domain/course/file-map.ts';
import type { OwnTestsMaterial } from '../domain/course/own-tests.ts';
import type { Project } from '../domain/course/project.ts';
import { foldersIn, readFiles } from './read-files.ts';

/** `own-tests.json` of a grader. `exam`, `program`: files beside it; `asks`: the names of the exam's tests; `tests`: which paths of a submission are its tests. */
const Kit = z.strictObject({
  exam: z.string(),
  asks: z.strictObject({ there: z.string(), pass: z.string() }),
  program: z.string(),
  tests: z.array(z.string()).min(1),
});
type Kit = z.infer<typeof Kit>;

/** Reads what a project's learners' own tests are run with, and on; null where its grader cannot run a learner's own tests. */
export function ownTestsReader(
  gradersDir: string,
): (project: Pick<Project, 'dir' | 'rubric'>) => Promise<OwnTestsMaterial | null> {
  return async ({ dir, rubric: { grader } }) => {
    const folder = join(gradersDir, grader ?? '', 'own-tests');
    const kit = grader === undefined ? null : await kitIn(folder);
    if (kit === null) return null;
    const { exam, asks, program } = kit;
    const solutions = (await eachFolder(join(dir, 'solutions'))).map(([, files]) => files);
    const [first = new Map<string, Uint8Array>()] = solutions;
    const variants = await eachFolder(join(dir, 'variants'));
    return {
      kit: {
        isTest: isTestOf(kit),
        exam: await oneFile(folder, exam),
        asks,
        program: await oneFile(folder, program),
      },
      solutions,
      variants: new Map(variants.map(([name, files]) => [name, new Map([...first, ...files])])),
    };
  };
}

/** Says which files of a submission are tests, or lie with tests; none where the grader knows of no tests that learners write. */
export async function testFilesOf(gradersDir: string, grader: string): Promise<(path: string) => boolean> {
  const kit = await kitIn(join(gradersDir, grader, 'own-tests'));
  return kit === null ? () => false : isTestOf(kit);
}

async function kitIn(folder: string): Promise<Kit | null> {
  const text = await readFile(join(folder, 'own-tests.json'), 'utf8').catch(() => null);
  return text === null ? null : Kit.parse(JSON.parse(text));
}

function isTestOf({ tests }: Kit): (path: string) => boolean {
  const patterns = tests.map((pattern) => new RegExp(pattern));
  return (path) => patterns.some((pattern) => pattern.test(path));
}

async function eachFolder(parent: string): Promise<[name: string, files: FileMap][]> {
  const names = await foldersIn(parent);
  return Promise.all(
    names.map(async (name): Promise<[string, FileMap]> => [
      name,
      (await readFiles(join(parent, name))).files ?? new Map(),
    ]),
  );
}

async function oneFile(folder: string, name: string): Promise<FileMap> {
  return new Map([[name, new Uint8Array(await readFile(join(folder, name)))]]);
}
