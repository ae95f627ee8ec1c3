import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The commit of the repository that a course's folder is part of; null where it is in none, or has changes that are in no commit. */
export async function courseCommit(dir: string): Promise<string | null> {
  const git = async (...args: string[]): Promise<string> =>
    (await run('git', ['-C', dir, ...args], { maxBuffer: 16 * 1024 * 1024 })).stdout.trim();
  try {
    const changes = await git('status', '--porcelain', '--untracked-files=normal', '--', '.');
    return changes === '' ? await git('rev-parse', 'HEAD') : null;
  } catch {
    return null;
  }
}
