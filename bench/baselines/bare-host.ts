import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { plainWay, type Way } from '../way.ts';
import type { BareFolder } from './folder.ts';

const execute = promisify(execFile);

/** `node --test` on this machine itself, without any container; rejects unless all tests pass. */
export function bareHost(name: string, node: string, { dir, nodeArgs }: BareFolder): Way {
  return plainWay(name, async () => {
    await execute(node, nodeArgs, { cwd: dir });
  });
}
