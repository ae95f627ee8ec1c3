import type { ClassShape, FunctionShape, ImportFound, Shape } from './shape.ts';

/** Something that was measured, and where. */
export interface Part {
  value: number;
  line: number;
  column: number;
  message: string;
}

/** The measures of which the largest in a submission counts, and that one file is enough for. */
export type PartMeasure = 'file-lines' | 'function-lines' | 'nesting' | 'unrelated-parts';

/** What is measured of one file. */
export interface FileMeasured {
  /** The largest first. */
  parts: Record<PartMeasure, Part[]>;
  imports: ImportFound[];
  /** How many more there were than are told. */
  moreImports: number;
  /** Those of its version in the starter. */
  importsBefore: ImportFound[];
}

/** A version of a file. */
export interface Version {
  shape: Shape;
  text: string;
}

/** How many of each measure are told; no report shows more. */
export const MOST_PARTS = 5;
const MOST_IMPORTS = 500;
const MOST_METHODS = 3;
const MOST_LISTED = 4;

/**
 * What is the submission's own in the measures of a file. What the starter's version has in the same words is not, nor is
 * what has the same name there and was no smaller.
 */
export function ownShare(now: Version, before: Version | null): FileMeasured {
  const words = new Set<string>();
  const had = before === null ? '' : plain(before.text);
  const isOld = ({ start, end }: { start: number; end: number }): boolean => {
    if (had === '' || start < 0 || end - start > had.length * 4) return false;
    const own = plain(now.text.slice(start, end));
    if (words.has(own)) return true;
    if (!had.includes(own)) return false;
    words.add(own);
    return true;
  };
  const largest = <T extends FunctionShape | ClassShape>(
    of: (shape: Shape) => readonly T[],
    value: (one: T) => number,
    part: (one: T) => Omit<Part, 'value'>,
  ): Part[] => {
    const was = largestByKey(before === null ? [] : of(before.shape), value);
    const parts: Part[] = [];
    for (const one of of(now.shape).toSorted((a, b) => value(b) - value(a))) {
      if (parts.length === MOST_PARTS || value(one) === 0) break;
      if (one.key !== null && value(one) <= (was.get(one.key) ?? 0)) continue;
      if (!isOld(one)) parts.push({ value: value(one), ...part(one) });
    }
    return parts;
  };
  const { lines } = now.shape;
  const imports = distinct(now.shape.imports);
  return {
    parts: {
      'file-lines':
        lines === 0 || lines <= (before?.shape.lines ?? 0)
          ? []
          : [{ value: lines, line: 1, column: 1, message: `this file has ${ofCode(lines)}` }],
      'function-lines': largest(
        ({ functions }) => functions,
        (one) => one.lines,
        ({ what, line, column, lines: own }) => ({ line, column, message: `${what} has ${ofCode(own)}` }),
      ),
      nesting: largest(
        ({ functions }) => functions,
        ({ nesting }) => nesting,
        ({ what, nesting, deepest }) => ({
          line: deepest,
          column: 1,
          message: `${what} is nested ${nesting} deep here`,
        }),
      ),
      'unrelated-parts': largest(
        ({ classes }) => classes,
        ({ parts }) => parts.length,
        ({ what, line, column, parts }) => ({ line, column, message: `${what} has ${apart(parts)}` }),
      ),
    },
    imports: imports.slice(0, MOST_IMPORTS),
    moreImports: Math.max(0, imports.length - MOST_IMPORTS),
    importsBefore: distinct(before?.shape.imports ?? []).slice(0, MOST_IMPORTS),
  };
}

/** Each source once; one that is needed at run time stands for one that is for types alone. */
function distinct(imports: readonly ImportFound[]): ImportFound[] {
  const found = new Map<string, ImportFound>();
  for (const one of imports) {
    const key = [one.source, ...one.names].join(' ');
    if (found.get(key)?.typeOnly !== false) found.set(key, one);
  }
  return [...found.values()];
}

function largestByKey<T extends { key: string | null }>(
  all: readonly T[],
  value: (one: T) => number,
): Map<string, number> {
  const largest = new Map<string, number>();
  for (const one of all) {
    if (one.key !== null) largest.set(one.key, Math.max(value(one), largest.get(one.key) ?? 0));
  }
  return largest;
}

/** The words of a text: space at the ends of lines, and blank lines, are none. */
function plain(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

function ofCode(lines: number): string {
  return lines === 1 ? '1 line of code' : `${lines} lines of code`;
}

function apart(parts: readonly string[][]): string {
  if (parts.length === 1) return '1 part';
  const listed = parts.slice(0, MOST_LISTED).map((names) => {
    const shown = names.slice(0, MOST_METHODS).map((name) => named(name));
    return `${shown.join(', ')}${names.length > shown.length ? ', ...' : ''}`;
  });
  const rest = parts.length > listed.length ? '; ...' : '';
  return `${parts.length} parts that share nothing: ${listed.join('; ')}${rest}`;
}

function named(name: string): string {
  return /^[\p{L}\p{N}_$#]{1,40}$/u.test(name) ? `\`${name}\`` : 'a method without a plain name';
}
