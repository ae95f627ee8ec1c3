import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { FileMap } from '../../domain/course/file-map.ts';
import { sandboxError } from '../../domain/errors/sandbox.ts';

const run = promisify(execFile);

/** Docker's names of processors in npm's words. */
const CPU: Record<string, string> = { amd64: 'x64', arm64: 'arm64', x86_64: 'x64', aarch64: 'arm64' };

/**
 * Installs npm packages into `dir/node_modules` for a Linux container; here, because there is no network while an
 * image is built. No script of a package is run.
 */
export async function installPackages(
  dir: string,
  packages: FileMap,
  what: string,
  { architecture, signal }: { architecture: string; signal?: AbortSignal | undefined },
): Promise<void> {
  await mkdir(join(dir, 'node_modules'), { recursive: true });
  for (const [name, bytes] of packages) await writeFile(join(dir, name), bytes);
  const cpu = CPU[architecture] ?? architecture;
  const options = ['--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund'];
  try {
    await run('npm', ['ci', ...options, '--os=linux', '--libc=glibc', `--cpu=${cpu}`], { cwd: dir, signal });
  } catch (error) {
    throw sandboxError('sandbox.packages-not-installed', { what, cause: lastWords(error) }, { cause: error });
  }
}

function lastWords(error: unknown): string {
  const stderr: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'stderr') : null;
  const said = typeof stderr === 'string' && stderr.trim() !== '' ? stderr : String(error);
  return said.trim().split('\n').slice(-5).join(' ');
}
