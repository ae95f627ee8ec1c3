import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { testCalls, type TestCall } from './uses.ts';

/** An export that a test file has read at its top level although it could not be given, and why. */
interface Missing {
  exported: string;
  error: unknown;
  calls: TestCall[] | null;
}

// On the global object, because this module is bundled into several files of one process.
const KEY = Symbol.for('touchstone.missing');
const held = globalThis as { [KEY]?: Missing[] | undefined };

/**
 * Notes that the top level of a test file has read an export that cannot be given. What stands for it fails when it is
 * called, but whether it is true, or the same as something, nobody can watch: so each test that may use it fails.
 */
export function noteMissing(exported: string, error: unknown): void {
  const known = (held[KEY] ??= []);
  if (!known.some((missing) => missing.exported === exported)) known.push({ exported, error, calls: null });
}

/** Why the test that is declared on this line of a file cannot pass; null when it uses nothing that is missing. */
export function missingIn(file: string, line: number | undefined): { error: unknown } | null {
  for (const missing of held[KEY] ?? []) {
    missing.calls ??= read(file, missing.exported);
    const calls = missing.calls.filter(({ from, to }) => line !== undefined && from <= line && line <= to);
    if (calls.length === 0 || calls.some(({ uses }) => uses)) return { error: missing.error };
  }
  return null;
}

function read(file: string, exported: string): TestCall[] {
  const text = readFileSync(file, 'utf8');
  // Loaded here and not before: few runs need it.
  const { parseAst } = createRequire(import.meta.url)('rolldown/parseAst') as {
    parseAst: (text: string, options: { lang: 'ts' }, file: string) => unknown;
  };
  return testCalls(parseAst(text, { lang: 'ts' }, file), text, exported);
}
