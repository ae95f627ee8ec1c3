import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What a program said and how it ended. */
export interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a program to its end; a code other than 0 is an answer, not an error. */
export function ended(
  program: string,
  args: readonly string[],
  { cwd, env = {} }: { cwd: string; env?: Record<string, string> },
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      program,
      [...args],
      { cwd, env: { ...process.env, ...env } },
      (error, stdout, stderr) => {
        if (error !== null && typeof error.code !== 'number')
          reject(new Error(`${program} did not run`, { cause: error }));
        else resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
      },
    );
    child.stdin?.end();
  });
}

/** A second checkout on this machine: the set-up script, the lock, and the packages of the first. */
export async function makeCheckout() {
  const dir = await mkdtemp(join(tmpdir(), 'touchstone-checkout-'));
  await cp(join(root, 'scripts'), join(dir, 'scripts'), { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) await cp(join(root, file), join(dir, file));
  await symlink(join(root, 'node_modules'), join(dir, 'node_modules'));
  return {
    dir,
    setup: (args: readonly string[] = [], env: Record<string, string> = {}) =>
      ended('scripts/setup.sh', args, { cwd: dir, env }),
    /** Runs lines of bash that know the functions of the named parts of the set-up. */
    bash: (parts: readonly string[], lines: string, args: readonly string[] = []) =>
      ended(
        'bash',
        [
          '-c',
          `set -euo pipefail\n${parts.map((part) => `. scripts/setup/${part}.sh\n`).join('')}${lines}`,
          'bash',
          ...args,
        ],
        { cwd: dir },
      ),
    services: async () =>
      Object.fromEntries(
        (await readFile(join(dir, '.touchstone/services.env'), 'utf8'))
          .trim()
          .split('\n')
          .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
      ) as Record<string, string>,
    remove: () => rm(dir, { recursive: true, force: true }),
  };
}
