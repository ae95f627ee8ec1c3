import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SubmissionFiles } from '../../../src/domain/submission.ts';
import { readFolder } from '../../../src/intake/files/folder.ts';
import { type Case, DESCRIPTION } from './case.ts';

/** Makes what nobody wants to have in a repository: `files()` gives paths and contents, or where a link leads to. */
const MAKER = 'make.mjs';

interface Maker {
  files: () => Iterable<[path: string, content: string | Uint8Array | { link: string }]>;
}

/** The files of a case as intake takes them from a folder on disk. */
export async function handIn({ dir }: Pick<Case, 'dir'>): Promise<SubmissionFiles> {
  const folder = mkdtempSync(join(tmpdir(), 'hand-in-'));
  try {
    cpSync(dir, folder, { recursive: true, verbatimSymlinks: true });
    rmSync(join(folder, DESCRIPTION), { force: true });
    if (existsSync(join(folder, MAKER))) {
      rmSync(join(folder, MAKER));
      const { files } = (await import(pathToFileURL(join(dir, MAKER)).href)) as Maker;
      for (const [path, content] of files()) put(join(folder, path), content);
    }
    return await readFolder(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function put(path: string, content: string | Uint8Array | { link: string }): void {
  mkdirSync(dirname(path), { recursive: true });
  if (typeof content === 'object' && 'link' in content) symlinkSync(content.link, path);
  else writeFileSync(path, content);
}
