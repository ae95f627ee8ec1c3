import { types } from 'node:util';
import type { ProgramResult } from '../values/requests.ts';

/**
 * What a program came to, as the learner's side told it: text and numbers alone, whatever stands in their places. An object
 * with methods of its own could answer a test that asks whether it includes something.
 */
export function programResult(told: unknown): ProgramResult {
  const { stdout, stderr, code, signal, files } = plain(told);
  return {
    stdout: text(stdout),
    stderr: text(stderr),
    code: typeof code === 'number' ? code : null,
    signal: typeof signal === 'string' ? signal : null,
    files: Object.fromEntries(Object.entries(plain(files)).map(([path, content]) => [path, text(content)])),
  };
}

function plain(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !types.isProxy(value) ? { ...value } : {};
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
