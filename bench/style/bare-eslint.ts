import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Way } from '../way.ts';
import { PROJECT, RULES } from './project.ts';

const ESLINT = fileURLToPath(new URL('../../node_modules/eslint/bin/eslint.js', import.meta.url));
const TYPESCRIPT_ESLINT = import.meta.resolve('typescript-eslint');

const configFile = (rules: object): string => `
import tseslint from ${JSON.stringify(TYPESCRIPT_ESLINT)};
const globals = { process: 'readonly', console: 'readonly' };
export default [
  {
    files: ['**/*.js', '**/*.ts'],
    plugins: { '@typescript-eslint': tseslint.plugin },
    languageOptions: { globals, parser: tseslint.parser },
    rules: ${JSON.stringify(rules)},
  },
];
`;

/** What the command of ESLint says, in a folder of this machine, without any container. */
export interface BareEslint extends Way {
  /** How many faults it has found, in all, when it ran last. */
  found: () => number;
}

/** Lays out the project and calls `eslint` on it, as a learner would. */
export async function bareEslint(name: string, node: string): Promise<BareEslint> {
  const dir = await mkdtemp(join(tmpdir(), 'touchstone-bench-style-'));
  const rules = Object.fromEntries(
    RULES.map(({ rule, options }) => [rule.replace(/^eslint\//, ''), ['error', ...options]]),
  );
  await writeFile(join(dir, 'package.json'), '{ "type": "module" }');
  await writeFile(join(dir, 'eslint.config.js'), configFile(rules));
  for (const [path, text] of PROJECT) {
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await writeFile(join(dir, path), text);
  }
  let found = 0;
  return {
    name,
    run: async () => {
      found = faultsIn(await output(node, [ESLINT, '--format', 'json', 'src'], dir));
    },
    found: () => found,
    close: () => rm(dir, { recursive: true, force: true }),
  };
}

/** ESLint ends with 1 where it has found something. */
function output(command: string, args: string[], cwd: string): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(command, args, { cwd, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (error === null || error.code === 1) resolve(stdout);
      else reject(new Error(`${error.message} ${stderr}`));
    });
  });
}

function faultsIn(text: string): number {
  const files = JSON.parse(text) as { errorCount: number; fatalErrorCount: number }[];
  if (files.some(({ fatalErrorCount }) => fatalErrorCount > 0)) throw new Error('a file could not be parsed');
  return files.reduce((sum, { errorCount }) => sum + errorCount, 0);
}
