import { posix } from 'node:path';
import { type Finding, type ModuleKind, placeAt, problem } from './finding.ts';

/** Reads JSON as Node does; of a package.json it says which system of modules it asks for. */
export function parseJson(text: string, path: string): Finding {
  try {
    const value: unknown = JSON.parse(text);
    const nothing: Finding = { problem: null, unread: null };
    return posix.basename(path) === 'package.json' ? { ...nothing, modules: modulesOf(value) } : nothing;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const offset = positionIn(message) ?? firstWrong(text);
    return { problem: problem(message, placeAt(text, offset)), unread: null };
  }
}

function modulesOf(value: unknown): ModuleKind {
  const type: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'type') : null;
  return type === 'module' || type === 'commonjs' ? type : null;
}

function positionIn(message: string): number | null {
  const [, position] = /in JSON at position (\d+)/.exec(message) ?? [];
  return position === undefined ? null : Number(position);
}

/** V8 does not say of every error where it is: it is after the longest beginning that lacks nothing but its end. */
function firstWrong(text: string): number {
  let right = 0;
  let wrong = text.length + 1;
  while (wrong - right > 1) {
    const middle = Math.floor((right + wrong) / 2);
    if (lacksOnlyItsEnd(text.slice(0, middle))) right = middle;
    else wrong = middle;
  }
  return right;
}

function lacksOnlyItsEnd(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    return message === 'Unexpected end of JSON input' || (positionIn(message) ?? -1) >= text.length;
  }
}
