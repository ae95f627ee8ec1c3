import type { Problem, Unread } from '../../../../src/sandbox/analysis/syntax.ts';
import type { Language } from './language.ts';

/** Which of its two systems of modules Node takes a file for; null: it tries both. */
export type ModuleKind = 'module' | 'commonjs' | null;

/** What the parser is told of a file, before its bytes. */
export interface ToParse {
  path: string;
  language: Language;
  modules: ModuleKind;
}

/** What the parser found in a file. */
export interface Finding {
  problem: Problem | null;
  unread: Unread | null;
  /** Of a package.json: what it says of the modules below its folder. */
  modules?: ModuleKind;
}

/** Where in a text something is; both counted from 1. */
export interface Place {
  line: number;
  column: number;
}

export function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** What was found, its words no longer than they may be. */
export function problem(message: string, place: Place | null, hint: string | null = null): Problem {
  const { line, column } = place ?? { line: null, column: null };
  return { line, column, message: message.slice(0, 500), hint: hint?.slice(0, 500) ?? null };
}
