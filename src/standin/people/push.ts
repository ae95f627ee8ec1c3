import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { FileMap } from '../../domain/course/file-map.ts';
import { identity } from '../git/bare.ts';
import { git, gitText } from '../git/git.ts';
import type { Hub } from '../hub.ts';
import { noreply } from '../shapes/commit.ts';
import { personNamed } from './conversation.ts';
import type { Pushes } from './receive.ts';
import type { Repositories } from './repositories.ts';

interface PushedFiles {
  /** `owner/name` */
  repository: string;
  /** Made from the default branch when it is new. */
  branch: string;
  as: string;
  /** Put over what is there; with `replace`, everything else is removed. */
  files: FileMap;
  replace?: boolean;
  message: string;
}

/**
 * Clones, commits and pushes with the real git over HTTP, in a temporary folder.
 * @returns the commit's id.
 * @throws {GitFailed} when the push is refused.
 */
export type PushFiles = (what: PushedFiles) => Promise<string>;

export function createPushFiles(hub: Hub, repositories: Repositories, pushes: Pushes): PushFiles {
  return async (what) => {
    const person = personNamed(hub, what.as);
    const who = { name: person.name ?? person.login, email: noreply(person), at: hub.world.clock.now() };
    const dir = await mkdtemp(join(tmpdir(), 'stand-in-push-'));
    try {
      const url = repositories.cloneUrl({ repository: what.repository, as: what.as });
      await git(dir, ['clone', '--quiet', '--no-tags', url, '.']);
      const known = await repositories.tip({ repository: what.repository, branch: what.branch });
      await git(dir, ['checkout', '--quiet', ...(known ? [what.branch] : ['-b', what.branch])]);
      if (what.replace) await emptyFolder(dir);
      for (const [path, content] of what.files) {
        await mkdir(dirname(join(dir, path)), { recursive: true });
        await writeFile(join(dir, path), content);
      }
      await git(dir, ['add', '--all', '--force', '.']);
      await git(dir, ['commit', '--quiet', '--allow-empty', '-m', what.message], { env: identity(who) });
      await git(dir, ['push', '--quiet', 'origin', `HEAD:refs/heads/${what.branch}`]);
      await pushes.settled();
      return await gitText(dir, ['rev-parse', 'HEAD']);
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  };
}

async function emptyFolder(dir: string): Promise<void> {
  for (const name of await readdir(dir)) {
    if (name !== '.git') await rm(join(dir, name), { recursive: true, force: true });
  }
}
