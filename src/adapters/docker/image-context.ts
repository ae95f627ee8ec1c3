import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, posix, relative, sep } from 'node:path';
import { build } from 'esbuild';
import { z } from 'zod';
import type { FileMap } from '../../domain/course/file-map.ts';
import type { Grader, ImageDescription, Reader } from './grader.ts';

/** What an image is built from, but for npm packages: those follow from `packages`. */
export interface ImageContext {
  files: FileMap;
  /** `package.json` and `package-lock.json`; empty where the image needs no packages. */
  packages: FileMap;
}

/** Reads and bundles what an image of a grader is made of. */
export async function imageContext(grader: Grader | Reader, image: ImageDescription): Promise<ImageContext> {
  const files = new Map<string, Uint8Array>();
  files.set('Dockerfile', await readFile(join(grader.dir, image.dockerfile)));
  for (const [target, source] of Object.entries(image.copy)) {
    for (const [path, bytes] of await copied(join(grader.dir, source), target))
      files.set(`app/${path}`, bytes);
  }
  const packages = new Map<string, Uint8Array>();
  if (image.packages !== undefined) {
    for (const name of ['package.json', 'package-lock.json']) {
      packages.set(name, await readFile(join(grader.dir, image.packages, name)));
    }
  }
  for (const [path, bytes] of await bundle(grader.dir, image.bundle, namesOf(packages))) {
    files.set(`app/${path}`, bytes);
  }
  return { files, packages };
}

const PackageFile = z.object({ dependencies: z.record(z.string(), z.string()).default({}) });

/** The packages that an image brings along, by the names that its code imports. */
function namesOf(packages: FileMap): string[] {
  const file = packages.get('package.json');
  if (file === undefined) return [];
  return Object.keys(PackageFile.parse(JSON.parse(Buffer.from(file).toString())).dependencies);
}

/** A file under its target, or everything below a folder; what an interpreter leaves behind is left out. */
async function copied(source: string, target: string): Promise<[string, Uint8Array][]> {
  if (!(await stat(source)).isDirectory()) return [[target, await readFile(source)]];
  const entries = await readdir(source, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && !entry.parentPath.endsWith('__pycache__'))
    .map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    paths.map(async (path): Promise<[string, Uint8Array]> => [
      posix.join(target, relative(source, path).replaceAll(sep, '/')),
      await readFile(path),
    ]),
  );
}

/** `packages`: what is in the image beside the bundles, and so not in them. */
async function bundle(
  dir: string,
  entries: Record<string, string>,
  packages: readonly string[],
): Promise<[string, Uint8Array][]> {
  if (Object.keys(entries).length === 0) return [];
  const { outputFiles } = await build({
    entryPoints: Object.entries(entries).map(([out, source]) => ({
      in: join(dir, source),
      out: out.replace(/\.mjs$/, ''),
    })),
    bundle: true,
    write: false,
    outdir: '/app',
    outExtension: { '.js': '.mjs' },
    platform: 'node',
    format: 'esm',
    target: 'node24',
    external: [...packages, 'vitest', 'vitest/node'],
    absWorkingDir: dir,
    logLevel: 'silent',
  });
  return outputFiles.map(({ path, contents }) => [path.replace(/^\/app\//, ''), contents]);
}

/** A short name for everything that an image is made of, so that the same content is built once. */
export function contentHash(base: string, { files, packages }: ImageContext): string {
  const hash = createHash('sha256').update(base);
  for (const part of [files, packages]) {
    for (const [path, bytes] of [...part].sort(([a], [b]) => (a < b ? -1 : 1))) {
      hash.update(`\0${path}\0${bytes.byteLength}\0`).update(bytes);
    }
    hash.update('\n');
  }
  return hash.digest('hex').slice(0, 16);
}
