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

/** One that only reads: it runs no tests, so no rubric names it. */
const ReaderDescription = z.strictObject({
  language: z.string(),
  base: Base,
  analyst: ImageDescription,
});

interface Folder {
  name: string;
  dir: string;
}
/** A grader that runs tests, and may read submissions too. */
export type Grader = Folder & z.infer<typeof GraderDescription> & { runs: true };
/** A grader that only reads submissions. */
export type Reader = Folder & z.infer<typeof ReaderDescription> & { runs: false };

/** The graders there are: each folder but for templates and what several graders share. */
async function graderNames(gradersDir: string): Promise<string[]> {
  const entries = await readdir(gradersDir, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
    .map(({ name }) => name);
}

/** Reads `graders/<name>/grader.json`. Throws `sandbox.unknown-grader` and `sandbox.grader-wrong`. */
export async function readGrader(gradersDir: string, name: string): Promise<Grader | Reader> {
  const dir = join(gradersDir, name);
  const file = join(dir, 'grader.json');
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) {
    throw sandboxError('sandbox.unknown-grader', { grader: name, known: await graderNames(gradersDir) });
  }
  try {
    const data: unknown = JSON.parse(text);
    if (onlyReads(data)) return { name, dir, runs: false, ...ReaderDescription.parse(data) };
    return { name, dir, runs: true, ...GraderDescription.parse(data) };
  } catch (error) {
    const found = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw sandboxError('sandbox.grader-wrong', { file, found });
  }
}

function onlyReads(data: unknown): boolean {
  return typeof data === 'object' && data !== null && !('learner' in data) && !('runner' in data);
}
