import { lstat, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileMap } from '../domain/course/file-map.ts';
import { aboutFile, type CourseFinding } from './finding.ts';

/** A folder in memory. `files` is null when there is no such folder. */
export interface FolderFiles {
  files: FileMap | null;
  findings: CourseFinding[];
}

/** A project's files stay in memory and travel to the sandbox with every run. */
const FOLDER_BYTES_MOST = 20 * 1024 * 1024;

// They come about by themselves on an author's machine and belong to nobody's project.
const IGNORED = new Set(['node_modules', '.git', '.DS_Store', 'Thumbs.db']);

/** Reads a folder of the course into memory. Links are refused: what they lead to is not part of the course. */
export async function readFiles(folder: string): Promise<FolderFiles> {
  const itself = await lstat(folder).catch(() => null);
  if (itself === null) return { files: null, findings: [] };
  if (!itself.isDirectory()) return { files: null, findings: [special(folder, itself)] };
  const files = new Map<string, Uint8Array>();
  const findings: CourseFinding[] = [];
  let bytes = 0;

  const visit = async (relative: string): Promise<void> => {
    const inside = await readdir(join(folder, relative), { withFileTypes: true });
    for (const entry of inside.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      if (IGNORED.has(entry.name)) continue;
      const path = relative === '' ? entry.name : `${relative}/${entry.name}`;
      const full = join(folder, path);
      if (entry.isDirectory()) await visit(path);
      else if (!entry.isFile()) findings.push(special(full, entry));
      else {
        bytes += (await stat(full)).size;
        if (bytes <= FOLDER_BYTES_MOST) files.set(path, new Uint8Array(await readFile(full)));
      }
    }
  };
  await visit('');

  if (bytes > FOLDER_BYTES_MOST)
    findings.push(
      aboutFile('error', folder, 'the folder is too large to be kept in memory', {
        found: `${bytes} bytes`,
        expected: `at most ${FOLDER_BYTES_MOST}`,
      }),
    );
  return { files, findings };
}

const special = (path: string, entry: { isSymbolicLink(): boolean; isFile(): boolean }): CourseFinding =>
  aboutFile('error', path, 'a course holds ordinary files and folders only', {
    found: entry.isSymbolicLink() ? 'a link' : entry.isFile() ? 'a file' : 'a special file',
    expected: entry.isFile() ? 'a folder' : null,
  });

/** The names of a folder's own folders, those of tools aside; empty when there is no such folder. */
export async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !IGNORED.has(entry.name))
    .map(({ name }) => name)
    .toSorted();
}
