import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type Docker from 'dockerode';
import { extract } from 'tar';
import { BASE_IMAGE } from './cold-options.ts';

const NODE = '/usr/local/bin/node';

/** The image's own Node as a program of this machine, so that a comparison is not one of two versions of Node. */
export async function nodeOfImage(docker: Docker): Promise<{ path: string; remove(): Promise<void> }> {
  const dir = await mkdtemp(join(tmpdir(), 'touchstone-bench-node-'));
  const container = await docker.createContainer({ Image: BASE_IMAGE, NetworkDisabled: true });
  try {
    const archive = await container.getArchive({ path: NODE });
    await pipeline(archive, extract({ cwd: dir }));
  } finally {
    await container.remove({ force: true });
  }
  return { path: join(dir, 'node'), remove: () => rm(dir, { recursive: true, force: true }) };
}
