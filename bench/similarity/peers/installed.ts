import { execFile } from 'node:child_process';
import { access, mkdir, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const PEERS = new URL('../../../.touchstone/peers/', import.meta.url);
const DOLOS = '3.5.1';

/** A peer that can be asked, or why not. */
export type Installed = { at: string } | { missing: string };

/** The library of Dolos with its parsers, in a folder of its own: it has to be compiled, once. */
export async function dolos(): Promise<Installed> {
  const at = new URL('dolos', PEERS).pathname;
  try {
    await access(`${at}/node_modules/@dodona/dolos-lib/package.json`);
    return { at };
  } catch {
    // Not there yet.
  }
  try {
    await mkdir(at, { recursive: true });
    await writeFile(`${at}/package.json`, '{ "private": true }\n');
    const wanted = `@dodona/dolos-lib@${DOLOS}`;
    await run('npm', ['install', '--prefix', at, '--no-audit', '--no-fund', '--save-exact', wanted]);
    return { at };
  } catch (error) {
    return { missing: `Dolos could not be installed (it needs a compiler): ${lastLine(error)}` };
  }
}

/** The similarity tester, which is a package of Debian's. */
export async function similarityTester(): Promise<Installed> {
  try {
    const { stdout } = await run('which', ['sim_c']);
    return { at: stdout.trim() };
  } catch {
    return { missing: 'similarity-tester is not installed: apt-get install similarity-tester' };
  }
}

const lastLine = (error: unknown): string => String(error).trim().split('\n').at(-1) ?? '';
