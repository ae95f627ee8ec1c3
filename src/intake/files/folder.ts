import { constants } from 'node:fs';
import type { Dirent } from 'node:fs';
import { lstat, open, readdir, stat } from 'node:fs/promises';
import { submissionError } from '../../domain/errors/submission.ts';
import type { DroppedFile } from '../../domain/results.ts';
import type { SubmissionFiles } from '../../domain/submission.ts';
import { selectFiles } from './collect.ts';
import type { Entry } from './entry.ts';
import { defaultFileLimits } from './limits.ts';
import type { FileLimits } from './limits.ts';
import { shownPath } from './path-rules.ts';

/** An entry with the name that the file system knows it by: it need not be text. */
interface DiskEntry extends Entry {
  location: Buffer;
}

// Not part of what a learner would commit, so not worth a word either.
const neverCommitted = new Set(['.git', 'node_modules']);

const SLASH = Buffer.from('/');

const join = (dir: Buffer, name: Buffer) => Buffer.concat([dir, SLASH, name]);

const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';

function kindOf(dirent: Dirent<Buffer>): Entry['kind'] | 'folder' {
  if (dirent.isSymbolicLink()) return 'link';
  if (dirent.isDirectory()) return 'folder';
  return dirent.isFile() ? 'file' : 'other';
}

/** Null where the file is gone again, or its path is longer than the system takes. */
const sizeOf = async (location: Buffer) =>
  lstat(location).then(
    ({ size }) => size,
    () => null,
  );

/** Lists a folder and its folders, following no link. */
async function list(
  root: Buffer,
  limits: FileLimits,
  isWanted: (path: string) => boolean,
): Promise<{ entries: DiskEntry[]; unreadable: DroppedFile[] }> {
  const entries: DiskEntry[] = [];
  const unreadable: DroppedFile[] = [];
  const folders: { location: Buffer; path: string; depth: number }[] = [
    { location: root, path: '', depth: 1 },
  ];
  let listed = 0;

  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const { location: dir, path: above, depth } = folder;
    let dirents: Dirent<Buffer>[];
    try {
      dirents = await readdir(dir, { withFileTypes: true, encoding: 'buffer' });
    } catch (error) {
      if (above === '') throw error;
      unreadable.push({
        path: shownPath(`${above}/`),
        reason: `the folder cannot be read (${codeOf(error)})`,
      });
      continue;
    }
    listed += dirents.length;
    if (listed > limits.entries) {
      throw submissionError('submission.too-many-files', { found: limits.entries, limit: limits.files });
    }
    for (const dirent of dirents) {
      // Bytes that are no UTF-8 become U+FFFD, which `pathFault` drops.
      const name = dirent.name.toString('utf8');
      if (neverCommitted.has(name)) continue;
      const path = above === '' ? name : `${above}/${name}`;
      const location = join(dir, dirent.name);
      const kind = kindOf(dirent);
      if (kind !== 'folder') {
        if (!isWanted(path)) continue;
        const bytes = kind === 'file' ? await sizeOf(location) : 0;
        if (bytes === null) unreadable.push({ path: shownPath(path), reason: 'it cannot be read' });
        else entries.push({ path, kind, bytes, location });
      } else if (depth < limits.depth) {
        folders.push({ location, path, depth: depth + 1 });
      } else {
        unreadable.push({
          path: shownPath(`${path}/`),
          reason: `it is more than ${limits.depth} folders deep`,
        });
      }
    }
  }
  return { entries, unreadable };
}

/** Reads a file that may have been changed since it was listed: never through a link, never more than `limit` bytes. */
async function read(location: Buffer, limit: number): Promise<Uint8Array> {
  const file = await open(location, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const found = await file.stat();
    if (!found.isFile()) throw new Error('it is no longer an ordinary file');
    const bytes = Buffer.alloc(Math.min(found.size, limit));
    let length = 0;
    for (let more = 1; more > 0 && length < bytes.length; length += more) {
      more = (await file.read(bytes, length, bytes.length - length, length)).bytesRead;
    }
    return bytes.subarray(0, length);
  } finally {
    await file.close();
  }
}

/**
 * Reads a submission from a folder on this machine, by the same rules as one from GitHub. An empty folder is an empty
 * submission. Links are not followed (but `dir` itself may be one). Of files that are not wanted nothing is said, and they count nothing.
 *
 * @throws TouchstoneError `submission.no-folder`, `submission.not-a-folder`, `submission.unreadable-folder`, or what
 * `selectFiles` throws
 */
export async function readFolder(
  dir: string,
  limits: FileLimits = defaultFileLimits,
  isWanted: (path: string) => boolean = () => true,
): Promise<SubmissionFiles> {
  const found = await stat(dir).catch(() => null);
  if (found === null) throw submissionError('submission.no-folder', { dir });
  if (!found.isDirectory()) throw submissionError('submission.not-a-folder', { dir });

  const { entries, unreadable } = await list(Buffer.from(dir), limits, isWanted).catch((error: unknown) => {
    if (error instanceof Error && 'syscall' in error) {
      throw submissionError('submission.unreadable-folder', { dir, reason: codeOf(error) }, { cause: error });
    }
    throw error;
  });
  const { keep, dropped } = selectFiles(entries, limits);

  const files = new Map<string, Uint8Array>();
  const notRead: DroppedFile[] = [];
  for (const { path, location } of keep) {
    try {
      files.set(path, await read(location, limits.fileBytes));
    } catch (error) {
      notRead.push({ path: shownPath(path), reason: `it cannot be read (${codeOf(error)})` });
    }
  }
  return { files, dropped: [...dropped, ...unreadable, ...notRead] };
}
