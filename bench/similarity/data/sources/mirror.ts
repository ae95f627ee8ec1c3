import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A git mirror of a public repository. `owner` is whose work it is. */
export interface Mirror {
  readonly owner: string;
  readonly name: string;
  readonly gitDir: string;
}

/** The mirrors in a folder whose sub-folders are called `owner+name` and hold `repo`, bare or with a `.git` of its own. */
export const mirrorsIn = (folder: string): Mirror[] =>
  readdirSync(folder).flatMap((entry) => {
    const [owner, name] = entry.split('+');
    const bare = join(folder, entry, 'repo');
    if (owner === undefined || name === undefined || !existsSync(bare)) return [];
    const inside = join(bare, '.git');
    return [{ owner, name, gitDir: existsSync(inside) ? inside : bare }];
  });

const git = ({ gitDir }: Mirror, ...words: string[]): Buffer =>
  execFileSync('git', ['--git-dir', gitDir, ...words], {
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'pipe', 'ignore'],
  });

/** The paths of all files of the newest commit. */
export const pathsOf = (mirror: Mirror): string[] =>
  git(mirror, '-c', 'core.quotePath=false', 'ls-tree', '-r', '--name-only', 'HEAD')
    .toString()
    .split('\n')
    .filter(Boolean);

export const bytesOf = (mirror: Mirror, path: string): Buffer => git(mirror, 'show', `HEAD:${path}`);

export const textOf = (mirror: Mirror, path: string): string =>
  bytesOf(mirror, path).toString().replaceAll('\r\n', '\n');
