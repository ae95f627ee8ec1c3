import { mkdir } from 'node:fs/promises';
import type { FileMap } from '../../domain/course/file-map.ts';
import { git, gitText } from './git.ts';

export interface Signature {
  name: string;
  email: string;
  /** Milliseconds since 1970. */
  at: number;
}

const settings: readonly (readonly [string, string])[] = [
  ['http.receivepack', 'true'],
  // GitHub lets nobody push to a pull request's own refs, and lets everybody fetch a commit by its id.
  ['receive.hideRefs', 'refs/pull'],
  ['uploadpack.allowAnySHA1InWant', 'true'],
  ['core.hooksPath', '/dev/null'],
  // A collection in the background would race with the commands that read.
  ['receive.autogc', 'false'],
  ['gc.auto', '0'],
];

/** Makes an empty bare repository. */
export async function createBare(dir: string, defaultBranch: string): Promise<void> {
  await mkdir(dir, { recursive: true });
  await git(dir, ['init', '--quiet', '--bare', '--template=', `--initial-branch=${defaultBranch}`]);
  for (const [name, value] of settings) await git(dir, ['config', name, value]);
}

/** Makes a bare copy with the branches of another, but without its pull requests. */
export async function copyBare(from: string, to: string, defaultBranch: string): Promise<void> {
  await createBare(to, defaultBranch);
  await git(to, ['fetch', '--quiet', '--no-tags', from, '+refs/heads/*:refs/heads/*']);
}

/**
 * Commits files to a branch of a bare repository, without a work tree: `files` is the whole content of the commit.
 * @returns the id of the commit.
 */
export async function commitFiles(
  dir: string,
  commit: { branch: string; files: FileMap; message: string; author: Signature },
): Promise<string> {
  const lines: string[] = [];
  for (const [path, content] of commit.files) {
    const blob = await gitText(dir, ['hash-object', '-w', '--stdin'], { input: content });
    lines.push(`100644 ${blob}\t${path}`);
  }
  const index = { GIT_INDEX_FILE: `${dir}/index.${commit.branch.replaceAll('/', '-')}` };
  await git(dir, ['read-tree', '--empty'], { env: index });
  await git(dir, ['update-index', '--add', '-z', '--index-info'], {
    input: lines.map((line) => `${line}\0`).join(''),
    env: index,
  });
  const tree = await gitText(dir, ['write-tree'], { env: index });
  const parent = await branchSha(dir, commit.branch);
  const sha = await gitText(dir, ['commit-tree', tree, ...(parent ? ['-p', parent] : [])], {
    input: commit.message,
    env: identity(commit.author),
  });
  await git(dir, ['update-ref', `refs/heads/${commit.branch}`, sha]);
  return sha;
}

/** The environment that tells git who commits, and when. */
export function identity(who: Signature): Record<string, string> {
  const date = `${Math.floor(who.at / 1000)} +0000`;
  return {
    GIT_AUTHOR_NAME: who.name,
    GIT_AUTHOR_EMAIL: who.email,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: who.name,
    GIT_COMMITTER_EMAIL: who.email,
    GIT_COMMITTER_DATE: date,
  };
}

/** The commit at the tip of a branch; null when there is no such branch. */
export async function branchSha(dir: string, branch: string): Promise<string | null> {
  return (await branches(dir)).get(branch) ?? null;
}

/** Every branch and its tip. */
export async function branches(dir: string): Promise<Map<string, string>> {
  const text = await gitText(dir, [
    'for-each-ref',
    '--format=%(objectname) %(refname:lstrip=2)',
    'refs/heads',
  ]);
  const lines = text === '' ? [] : text.split('\n');
  return new Map(lines.map((line) => [line.slice(line.indexOf(' ') + 1), line.slice(0, line.indexOf(' '))]));
}

/** Brings a commit of another repository into this one, under the ref of a pull request. */
export async function writePullRef(dir: string, from: string, sha: string, number: number): Promise<void> {
  if (from !== dir) await git(dir, ['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', from, sha]);
  await git(dir, ['update-ref', `refs/pull/${number}/head`, sha]);
}
