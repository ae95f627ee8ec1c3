import { TouchstoneError } from '../domain/errors/touchstone-error.ts';
import { usageError } from '../domain/errors/usage.ts';
import { defaultFileLimits } from '../intake/files/limits.ts';
import { howToRead, type LanguageName } from '../similarity/reading/language.ts';
import { readingLimits } from '../similarity/reading/limits.ts';
import { isForeign } from '../similarity/reading/not-own.ts';
import type { Remark } from '../similarity/reading/remark.ts';
import type { Unread, UnreadCohort } from '../similarity/read-cohort.ts';
import type { Parts } from './parts.ts';

type Folders = Pick<Parts, 'readFolder' | 'readSubfolders'>;

export interface WhichFolders {
  dir: string;
  starter?: string;
  history?: string;
  background?: string;
  language?: LanguageName;
}

const limits = {
  ...defaultFileLimits,
  fileBytes: readingLimits.fileBytes,
  totalBytes: readingLimits.totalBytes,
  files: readingLimits.files,
};

/** Of each submission so many files that are none of its own are named; of the rest there is the number. */
const NAMED = 20;

/**
 * The files that a comparison is about, from folders on this machine. A submission that is too large to be looked at is empty, with a remark.
 *
 * @throws TouchstoneError `submission.no-folder` and its like, `usage.no-submissions`, `usage.one-submission`
 */
export async function findCohort(
  { dir, starter, history, background, language: named }: WhichFolders,
  folders: Folders,
): Promise<{ cohort: UnreadCohort; remarks: readonly Remark[] }> {
  const language = named ?? null;
  const remarks: Remark[] = [];
  const below = async (where: string | undefined, prefix: string): Promise<Unread[]> => {
    if (where === undefined) return [];
    const found = await folders.readSubfolders(where);
    for (const { path, reason } of found.dropped)
      remarks.push({ path: `${prefix}${path}`, says: 'left-out', why: reason });
    const all: Unread[] = [];
    for (const folder of found.folders)
      all.push(await findFiles(`${prefix}${folder.name}`, folder.dir, language, folders));
    return all;
  };
  const submissions = await below(dir, '');
  const [only, second] = submissions;
  if (only === undefined) throw usageError('usage.no-submissions', { dir });
  if (second === undefined) throw usageError('usage.one-submission', { dir, only: only.id });
  const cohort: UnreadCohort = {
    submissions,
    starter: starter === undefined ? null : await findFiles('starter', starter, language, folders),
    history: await below(history, 'history/'),
    background: await below(background, 'background/'),
  };
  return { cohort, remarks };
}

async function findFiles(
  id: string,
  dir: string,
  language: LanguageName | null,
  folders: Folders,
): Promise<Unread> {
  const foreign: string[] = [];
  const isWanted = (path: string): boolean => {
    if (howToRead(path, language) === null) return false;
    const isOwn = !isForeign(path);
    if (!isOwn) foreign.push(path);
    return isOwn;
  };
  try {
    const { files, dropped } = await folders.readFolder(dir, limits, isWanted);
    const others = dropped.map(({ path, reason }): Remark => ({ path, says: 'left-out', why: reason }));
    return { id, files, remarks: [...others, ...foreignRemarks(foreign)] };
  } catch (error) {
    if (!(error instanceof TouchstoneError) || error.code === 'submission.no-folder') throw error;
    return {
      id,
      files: new Map(),
      remarks: [{ path: null, says: 'left-out', why: asReason(error.message) }],
    };
  }
}

function foreignRemarks(paths: string[]): Remark[] {
  const why = 'its place or its name says that it was installed or built';
  const named = paths.sort().slice(0, NAMED);
  const more = paths.length - named.length;
  return [...named, ...(more > 0 ? [`(${more} more)`] : [])].map((path) => ({ path, says: 'left-out', why }));
}

const asReason = (message: string): string =>
  message.replace(/\.$/, '').replace(/^This submission/, 'this submission');
