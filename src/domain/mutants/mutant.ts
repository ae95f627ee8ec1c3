import type { FileMap } from '../course/file-map.ts';
import type { Mutation } from './mutation.ts';
import { cut } from '../visible-text.ts';
import { differenceOf } from './difference.ts';

/** A right answer with one small change. */
export interface Mutant {
  /** A path of the right answer. */
  file: string;
  /** Where the change is, counted from 1. */
  line: number;
  column: number;
  /** What the change takes away, and what it puts there: one line each, without what both have in common. Either may be empty. */
  before: string;
  after: string;
  /** The line as it reads with the change. */
  reads: string;
  /** The whole answer, with the change. */
  files: FileMap;
}

/** Characters of a line that are shown. */
const MOST = 120;

/** Makes a change of an answer; null where the answer lacks the place, or is the same with it. */
export function mutantOf(answer: FileMap, { file, start, end, replacement }: Mutation): Mutant | null {
  const bytes = answer.get(file);
  if (bytes === undefined || start > end || end > bytes.length) return null;
  const before = new TextDecoder().decode(bytes.subarray(0, start));
  const original = new TextDecoder().decode(bytes.subarray(start, end));
  const text = `${before}${replacement}${new TextDecoder().decode(bytes.subarray(end))}`;
  if (original === replacement) return null;
  const difference = differenceOf(original, replacement);
  const above = `${before}${original.slice(0, difference.at)}`.split('\n');
  const line = above.length;
  return {
    file,
    line,
    column: (above.at(-1)?.length ?? 0) + 1,
    before: shown(difference.before),
    after: shown(difference.after),
    reads: shown(text.split('\n')[line - 1] ?? ''),
    files: new Map([...answer, [file, new TextEncoder().encode(text)]]),
  };
}

/** `discount.ts:12 changed > to >=`. */
export function nameOfMutant({ file, line, before, after }: Mutant): string {
  const place = `${file}:${line}`;
  if (before === '') return `${place} added ${after}`;
  return after === '' ? `${place} removed ${before}` : `${place} changed ${before} to ${after}`;
}

function shown(text: string): string {
  return cut(text.replaceAll(/\s+/g, ' ').trim(), MOST);
}
