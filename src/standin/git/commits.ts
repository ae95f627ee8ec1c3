import { GitFailed, gitSays, gitText } from './git.ts';

interface GitPerson {
  name: string;
  email: string;
  /** ISO time with an offset, as git wrote it. */
  date: string;
}

export interface GitCommit {
  sha: string;
  tree: string;
  parents: string[];
  author: GitPerson;
  committer: GitPerson;
  message: string;
}

const format = '%H%x00%T%x00%P%x00%an%x00%ae%x00%aI%x00%cn%x00%ce%x00%cI%x00%B%x00%x01';

function parseCommits(text: string): GitCommit[] {
  return text
    .split('\x01')
    .map((record) => record.replace(/^\n/, '').split('\0'))
    .filter((fields) => fields.length >= 10)
    .map(
      ([
        sha = '',
        tree = '',
        parents = '',
        an = '',
        ae = '',
        ad = '',
        cn = '',
        ce = '',
        cd = '',
        message = '',
      ]) => ({
        sha,
        tree,
        parents: parents === '' ? [] : parents.split(' '),
        author: { name: an, email: ae, date: ad },
        committer: { name: cn, email: ce, date: cd },
        message: message.trimEnd(),
      }),
    );
}

/** True when this repository has the commit, reachable or not. */
export function hasCommit(dir: string, sha: string): Promise<boolean> {
  return gitSays(dir, ['cat-file', '-e', `${sha}^{commit}`]);
}

/** The commit that a branch, a tag, `heads/…`, `pull/N/head` or a (shortened) id means; null when it means none. */
export async function resolveCommit(dir: string, ref: string): Promise<string | null> {
  if (ref.startsWith('-') || ref.includes('..') || ref.includes('@{')) return null;
  const candidates = [
    `refs/heads/${ref}`,
    `refs/tags/${ref}`,
    `refs/${ref}`,
    ...(/^[0-9a-f]{4,40}$/.test(ref) ? [ref] : []),
  ];
  for (const candidate of candidates) {
    const sha = await revParse(dir, `${candidate}^{commit}`);
    if (sha) return sha;
  }
  return null;
}

/** The object's id that a revision means, or null. */
export async function revParse(dir: string, revision: string): Promise<string | null> {
  try {
    return await gitText(dir, ['rev-parse', '--quiet', '--verify', '--end-of-options', revision]);
  } catch (error) {
    if (error instanceof GitFailed) return null;
    throw error;
  }
}

export async function readCommit(dir: string, sha: string): Promise<GitCommit> {
  const [commit] = parseCommits(await gitText(dir, ['log', '-1', `--format=${format}`, sha]));
  if (!commit) throw new Error(`git has no commit ${sha} in ${dir}`);
  return commit;
}

/** The commits that are in `head` and not in `base`, oldest first. */
export async function commitsBetween(dir: string, base: string, head: string): Promise<GitCommit[]> {
  return parseCommits(await gitText(dir, ['log', '--reverse', `--format=${format}`, `${base}..${head}`]));
}

/** Where two lines of history parted; null when they never met. */
export async function mergeBase(dir: string, a: string, b: string): Promise<string | null> {
  try {
    return await gitText(dir, ['merge-base', a, b]);
  } catch (error) {
    if (error instanceof GitFailed && error.code === 1) return null;
    throw error;
  }
}
