import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { submissionError } from '../../domain/errors/submission.ts';
import type { DroppedFile } from '../../domain/results.ts';
import { shownPath } from './path-rules.ts';

export interface Subfolder {
  name: string;
  dir: string;
}

/** Places that no submission is in. */
const OTHER_THINGS = /^(?:\..*|node_modules|__pycache__)$/;

/**
 * The immediate subfolders of a folder, by name. Links are not followed; what is left out is said.
 *
 * @throws TouchstoneError `submission.no-folder`, `submission.not-a-folder`, `submission.unreadable-folder`
 */
export async function readSubfolders(dir: string): Promise<{ folders: Subfolder[]; dropped: DroppedFile[] }> {
  const found = await stat(dir).catch(() => null);
  if (found === null) throw submissionError('submission.no-folder', { dir });
  if (!found.isDirectory()) throw submissionError('submission.not-a-folder', { dir });
  const dirents = await readdir(dir, { withFileTypes: true }).catch((error: unknown) => {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw submissionError('submission.unreadable-folder', { dir, reason }, { cause: error });
  });
  const folders: Subfolder[] = [];
  const dropped: DroppedFile[] = [];
  for (const dirent of dirents) {
    const { name } = dirent;
    if (OTHER_THINGS.test(name)) continue;
    if (dirent.isSymbolicLink())
      dropped.push({ path: shownPath(name), reason: 'it is a link to another place' });
    else if (dirent.isDirectory() && name.includes('\ufffd'))
      dropped.push({ path: shownPath(name), reason: 'its name is not text in UTF-8' });
    else if (dirent.isDirectory()) folders.push({ name, dir: join(dir, name) });
  }
  folders.sort((a, b) => (a.name < b.name ? -1 : 1));
  dropped.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { folders, dropped };
}
