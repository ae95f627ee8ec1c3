import type Docker from 'dockerode';
import { plainWay, type Way } from '../way.ts';
import { BASE_IMAGE, HOST_CONFIG } from './cold-options.ts';
import type { BareFolder } from './folder.ts';

/**
 * One container for each run over the engine's API: create, start, wait, remove, with the tests inside by `node
 * --test`. Rejects unless it ends with 0. `networkDisabled`: the engine makes no network sandbox at all, which is quicker.
 */
export function coldDockerode(
  name: string,
  docker: Docker,
  { dir, nodeArgs }: BareFolder,
  { networkDisabled }: { networkDisabled: boolean },
): Way {
  return plainWay(name, async () => {
    const container = await docker.createContainer({
      Image: BASE_IMAGE,
      Cmd: ['node', ...nodeArgs],
      WorkingDir: '/exam',
      User: '10001:10001',
      NetworkDisabled: networkDisabled,
      HostConfig: { ...HOST_CONFIG, Binds: [`${dir}:/exam:ro`] },
    });
    try {
      await container.start();
      // Before the start it would answer 0 at once, whatever the tests find.
      const { StatusCode: code } = (await container.wait()) as { StatusCode: number };
      if (code !== 0) throw new Error(`the tests ended with ${code} in a cold container`);
    } finally {
      await container.remove({ force: true });
    }
  });
}
