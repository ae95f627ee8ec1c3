import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { sandboxError } from '../../domain/errors/sandbox.ts';

/** `local` is used where it exists; else `registry` is pulled. */
const Base = z.strictObject({ local: z.string(), registry: z.string() });

const ImageDescription = z.strictObject({
  /** What this image is built on, where it is not what the other one is built on. */
  base: Base.optional(),
  dockerfile: z.string(),
  /** TypeScript files that are bundled into one file each: path in the image's `app/` -> path in the grader's folder. */
  bundle: z.record(z.string(), z.string()).default({}),
  /** Files, and folders with all that is in them, that are copied as they are, in the same form. */
  copy: z.record(z.string(), z.string()).default({}),
  /** Folder of a package.json and package-lock.json whose packages are put beside `app/` as `node_modules`. */
  packages: z.string().optional(),
});
export type ImageDescription = z.infer<typeof ImageDescription>;

/** `grader.json`: what the images of a language are made of (docs/graders.md). */
const GraderDescription = z.strictObject({
  language: z.string(),
  base: Base,
  /** What a project's `dependencies/` are packages of; a grader that says nothing takes none. */
  dependencies: z.literal('npm').optional(),
  learner: ImageDescription,
  runner: ImageDescription,
  /** Reads submissions without running them; a grader need not have one. */
  analyst: ImageDescription.optional(),
});

export interface Grader extends z.infer<typeof GraderDescription> {
  name: string;
  dir: string;
}

/** The graders there are: each folder that has a `grader.json`, but for the template. */
async function graderNames(gradersDir: string): Promise<string[]> {
  const entries = await readdir(gradersDir, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
    .map(({ name }) => name);
}

export async function readGrader(gradersDir: string, name: string): Promise<Grader> {
  const dir = join(gradersDir, name);
  const file = join(dir, 'grader.json');
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) {
    throw sandboxError('sandbox.unknown-grader', { grader: name, known: await graderNames(gradersDir) });
  }
  try {
    return { name, dir, ...GraderDescription.parse(JSON.parse(text)) };
  } catch (error) {
    const found = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw sandboxError('sandbox.grader-wrong', { file, found });
  }
}
