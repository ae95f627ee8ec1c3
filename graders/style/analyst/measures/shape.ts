/** What of a file is measured, in whatever language it is written. */
export interface Shape {
  /** Lines with code: no blank ones, and none with nothing but a comment. */
  lines: number;
  /** The first is what stands outside of functions. */
  functions: FunctionShape[];
  classes: ClassShape[];
  imports: ImportFound[];
}

/** Where something stands: offsets and lines of its text; lines and columns are counted from 1. */
export interface Span {
  start: number;
  end: number;
  line: number;
  column: number;
}

interface Named extends Span {
  /** How people are told of it, such as `` `Cart.add` `` or `a function without a name`. */
  what: string;
  /** By which it is found again in another version of the file; null where it has no name. */
  key: string | null;
}

export interface FunctionShape extends Named {
  /** Lines with code of its own: a function within it is counted by itself. */
  lines: number;
  /** How deep its control structures are nested, and the line where they are nested deepest. */
  nesting: number;
  deepest: number;
}

export interface ClassShape extends Named {
  /** The names of the methods of each part that shares nothing with the others. */
  parts: string[][];
}

/** What an import says. */
export interface ImportFound {
  /** As it is written; of Python the dots and the dotted name. */
  source: string;
  /** What Python takes from it, each of which may be a module; empty where it takes the module itself. */
  names: string[];
  /** It is gone when the program runs. */
  typeOnly: boolean;
  line: number;
}

const NAME = /^[\p{L}\p{N}_$#. -]{1,60}$/u;

/** Words for something by its name; names that are not plain are not repeated. */
export function named(name: string | null, otherwise: string): Pick<Named, 'what' | 'key'> {
  if (name === null) return { what: otherwise, key: null };
  return { what: NAME.test(name) ? `\`${name}\`` : otherwise, key: name };
}

/** What stands outside of functions; it has no lines of its own, as the file has them. */
export function outside(): FunctionShape {
  const what = 'the code outside of functions';
  return { what, key: '', start: -1, end: -1, line: 1, column: 1, lines: 0, nesting: 0, deepest: 1 };
}

/** Notes that a control structure stands `depth` deep. */
export function noteDepth(fn: FunctionShape, depth: number, line: number): void {
  if (depth > fn.nesting) Object.assign(fn, { nesting: depth, deepest: line });
}
