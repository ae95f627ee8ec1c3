import type { DroppedFile } from '../../domain/results.ts';
import { submissionError } from '../../domain/errors/submission.ts';
import type { Entry } from './entry.ts';
import type { FileLimits } from './limits.ts';
import { collisionKey, pathFault, shownPath } from './path-rules.ts';

export interface Selection<E extends Entry> {
  keep: E[];
  dropped: DroppedFile[];
}

const MIB = 1024 * 1024;
const PACKAGES = 'node_modules';

const kindFaults: Record<Exclude<Entry['kind'], 'file'>, string> = {
  link: 'it is a link to another place; only ordinary files are looked at',
  submodule: 'it is another repository (a submodule); only files of this one are looked at',
  other: 'it is not an ordinary file',
};

/** The outermost folder of installed packages that a path lies in, or null. */
function packagesFolder(path: string): string | null {
  const names = path.split('/');
  const at = names.indexOf(PACKAGES);
  return at === -1 || at === names.length - 1 ? null : `${names.slice(0, at + 1).join('/')}/`;
}

/** Keys of a path's folders: `a/b/c.js` lies in `a` and in `a/b`. */
function folderKeys(path: string): string[] {
  const names = collisionKey(path).split('/');
  return names.slice(0, -1).map((_, index) => names.slice(0, index + 1).join('/'));
}

/** Sorted so that of colliding names the one in small letters comes first, whatever order they were listed in. */
const bySmallLetters = (a: Entry, b: Entry) => (a.path === b.path ? 0 : a.path > b.path ? -1 : 1);

/** Of files that some computers cannot tell apart, and of a file that is named as a folder is, one is kept. */
function withoutCollisions<E extends Entry>(entries: E[], drop: (entry: E, reason: string) => void): E[] {
  const folders = new Set(entries.flatMap(({ path }) => folderKeys(path)));
  const taken = new Map<string, string>();
  return [...entries].sort(bySmallLetters).filter((entry) => {
    const key = collisionKey(entry.path);
    const other = taken.get(key);
    if (other !== undefined) {
      drop(
        entry,
        `some computers cannot tell its name from "${shownPath(other)}", which was looked at instead`,
      );
      return false;
    }
    if (folders.has(key)) {
      drop(entry, 'some computers cannot tell its name from that of a folder, which was looked at instead');
      return false;
    }
    taken.set(key, entry.path);
    return true;
  });
}

const byPath = (a: { path: string }, b: { path: string }) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

function named(dropped: DroppedFile[], most: number): DroppedFile[] {
  const sorted = [...dropped].sort((a, b) => byPath(a, b) || (a.reason < b.reason ? -1 : 1));
  const rest = sorted.length - most;
  if (rest <= 0) return sorted;
  return [...sorted.slice(0, most), { path: `(${rest} more)`, reason: 'for reasons like those above' }];
}

/**
 * Decides which entries of a submission are looked at, and says of each other one why not, in words for the learner.
 * The result does not depend on the order of the listing.
 *
 * @throws TouchstoneError `submission.too-many-files` or `submission.too-large`, for what is left after that
 */
export function selectFiles<E extends Entry>(entries: readonly E[], limits: FileLimits): Selection<E> {
  const dropped: DroppedFile[] = [];
  const drop = ({ path }: Entry, reason: string) => {
    dropped.push({ path: shownPath(path), reason });
  };
  const packages = new Set<string>();

  const plain = entries.filter((entry) => {
    const folder = packagesFolder(entry.path);
    if (folder !== null) {
      packages.add(folder);
      return false;
    }
    const fault =
      (entry.kind === 'file' ? null : kindFaults[entry.kind]) ??
      pathFault(entry.path, limits) ??
      (entry.bytes > limits.fileBytes ? `it is larger than ${limits.fileBytes / MIB} MiB` : null);
    if (fault !== null) drop(entry, fault);
    return fault === null;
  });
  for (const path of packages) {
    drop(
      { path, kind: 'other', bytes: 0 },
      'packages are installed by Touchstone; they need not be committed',
    );
  }

  const keep = withoutCollisions(plain, drop).sort(byPath);
  if (keep.length > limits.files) {
    throw submissionError('submission.too-many-files', { found: keep.length, limit: limits.files });
  }
  const total = keep.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total > limits.totalBytes) {
    throw submissionError('submission.too-large', {
      foundMiB: total / MIB,
      limitMiB: limits.totalBytes / MIB,
    });
  }
  return { keep, dropped: named(dropped, limits.namedDropped) };
}
