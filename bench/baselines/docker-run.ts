import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { plainWay, type Way } from '../way.ts';
import { BASE_IMAGE, RUN_FLAGS } from './cold-options.ts';
import type { BareFolder } from './folder.ts';

const execute = promisify(execFile);

/** `docker run --rm` from the command line with `flags`, the tests inside by `node --test`; rejects unless all pass. */
export function dockerRun(name: string, { dir, nodeArgs }: BareFolder, flags: string[] = RUN_FLAGS): Way {
  const mounted = ['--volume', `${dir}:/exam:ro`, '--workdir', '/exam'];
  return plainWay(name, async () => {
    await execute('docker', ['run', '--rm', ...flags, ...mounted, BASE_IMAGE, 'node', ...nodeArgs]);
  });
}
