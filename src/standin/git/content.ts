import { git, gitText } from './git.ts';

export interface TreeEntry {
  path: string;
  mode: string;
  type: 'blob' | 'tree' | 'commit';
  sha: string;
  /** Bytes; null for what is no blob. */
  size: number | null;
}

/** The entries of a tree, with those of its folders when `recursive`. Names that are no UTF-8 lose their odd bytes, as on GitHub. */
export async function readTree(dir: string, sha: string, recursive: boolean): Promise<TreeEntry[]> {
  const out = await git(dir, ['ls-tree', '-z', '-l', ...(recursive ? ['-r', '-t'] : []), sha]);
  return out
    .toString('utf8')
    .split('\0')
    .filter((line) => line !== '')
    .map((line) => {
      const tab = line.indexOf('\t');
      const [mode = '', type = '', object = '', size = '-'] = line.slice(0, tab).split(/ +/);
      return {
        path: line.slice(tab + 1),
        mode,
        type: type as TreeEntry['type'],
        sha: object,
        size: size === '-' ? null : Number(size),
      };
    });
}

/** `blob`, `tree`, `commit`, `tag`; null when there is no such object. */
export async function objectType(dir: string, sha: string): Promise<string | null> {
  if (!/^[0-9a-f]{40}$/.test(sha)) return null;
  const answer = await gitText(dir, ['cat-file', '--batch-check=%(objecttype)'], { input: `${sha}\n` });
  return answer.endsWith('missing') ? null : answer;
}

export function readBlob(dir: string, sha: string): Promise<Buffer> {
  return git(dir, ['cat-file', 'blob', sha]);
}

/** A gzipped tar of a commit, made as GitHub makes it: `export-ignore` and `export-subst` of the commit's own attributes hold. */
export function archive(dir: string, sha: string, prefix: string): Promise<Buffer> {
  return git(dir, ['archive', '--format=tar.gz', `--prefix=${prefix}/`, sha]);
}

export interface FileChange {
  status: 'added' | 'removed' | 'modified' | 'renamed' | 'copied' | 'changed';
  path: string;
  previousPath: string | null;
  /** Null for a file that was removed. */
  sha: string;
  additions: number;
  deletions: number;
  /** Null for a binary file. */
  patch: string | null;
}

const statuses: Record<string, FileChange['status']> = {
  A: 'added',
  D: 'removed',
  M: 'modified',
  R: 'renamed',
  C: 'copied',
  T: 'changed',
};
const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/** What changed from one tree or commit to another; from nothing when `from` is null. */
export async function readChanges(dir: string, from: string | null, to: string): Promise<FileChange[]> {
  const range = ['-M', from ?? emptyTree, to];
  const raw = (await git(dir, ['diff-tree', '-r', '-z', '--raw', '--no-abbrev', ...range]))
    .toString()
    .split('\0');
  const numbers = await gitText(dir, ['diff-tree', '-r', '--numstat', ...range]);
  const patches = (await gitText(dir, ['diff-tree', '-r', '-p', ...range]))
    .split(/^diff --git .*$/m)
    .slice(1);
  const counts = numbers.split('\n').map((line) => line.split('\t'));
  const changes: FileChange[] = [];
  for (let at = 0; at < raw.length;) {
    const head = raw[at++] ?? '';
    if (!head.startsWith(':')) continue;
    const [, , oldSha = '', newSha = '', letter = 'M'] = head.split(' ');
    const status = statuses[letter[0] ?? 'M'] ?? 'modified';
    const first = raw[at++] ?? '';
    const moved = status === 'renamed' || status === 'copied';
    const path = moved ? (raw[at++] ?? '') : first;
    const [added = '0', deleted = '0'] = counts[changes.length] ?? [];
    const patch = patches[changes.length] ?? '';
    const hunks = patch.search(/^@@ /m);
    changes.push({
      status,
      path,
      previousPath: moved ? first : null,
      sha: status === 'removed' ? oldSha : newSha,
      additions: Number(added) || 0,
      deletions: Number(deleted) || 0,
      patch: hunks === -1 ? null : patch.slice(hunks).trimEnd(),
    });
  }
  return changes;
}
