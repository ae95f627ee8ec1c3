import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SUBMISSION } from './place.ts';

interface PackageJson {
  bin?: unknown;
  main?: unknown;
  scripts?: unknown;
}

/** The program's file, relative to the submission: what the test says, else `bin`, else `main`, else index.js. */
export function programEntry(said: string | null): string {
  const { bin, main } = packageJson();
  const first: unknown = typeof bin === 'object' && bin !== null ? Object.values(bin)[0] : bin;
  const entry = said ?? text(first) ?? text(main) ?? 'index.js';
  if (!existsSync(join(SUBMISSION, entry))) throw new Error(`There is no file ${entry} in the submission.`);
  return entry;
}

/** How the server is started: the `start` script of package.json by a shell, else its program entry by Node. */
export function serverCommand(): { command: string; args: string[] } {
  const { scripts } = packageJson();
  const start: unknown =
    typeof scripts === 'object' && scripts !== null ? Reflect.get(scripts, 'start') : undefined;
  const script = text(start);
  if (script !== undefined) return { command: '/bin/sh', args: ['-c', script] };
  return { command: process.execPath, args: [join(SUBMISSION, programEntry(null))] };
}

function packageJson(): PackageJson {
  const file = join(SUBMISSION, 'package.json');
  if (!existsSync(file)) return {};
  try {
    const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof parsed === 'object' && parsed !== null ? parsed : {};
  } catch (error) {
    const said = error instanceof Error ? error.message : '';
    throw new SyntaxError(`package.json is not JSON: ${said}`, { cause: error });
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
