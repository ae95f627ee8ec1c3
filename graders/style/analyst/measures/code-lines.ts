import type { FunctionShape } from './shape.ts';

/** A piece of code that is no comment, by its offsets and its first and last line, counted from 1. */
export interface Token {
  start: number;
  end: number;
  first: number;
  last: number;
}

/** A line with more code than this counts as several: whoever writes all in one line has not written less. As the widest of style guides. */
const WIDEST_LINE = 120;
/** A text is not to be broken for its length, so no piece counts for more. */
const WIDEST_TOKEN = 80;

/**
 * Counts lines with code, of the file (the result) and of each function (into its `lines`). A token belongs to the
 * innermost function around it. Of one that goes over several lines, such as a text, blank lines do not count.
 */
export function countLines(
  tokens: readonly Token[],
  functions: readonly FunctionShape[],
  text: string,
): number {
  const counters = functions
    .map((fn) => ({ fn, counter: new LineCounter(text) }))
    .sort((one, other) => one.fn.start - other.fn.start || other.fn.end - one.fn.end);
  const all = new LineCounter(text);
  const open: typeof counters = [];
  let next = 0;
  for (const token of tokens) {
    for (let entry = counters[next]; entry !== undefined && entry.fn.start <= token.start; next += 1) {
      open.push(entry);
      entry = counters[next + 1];
    }
    while (open.length > 0 && (open.at(-1)?.fn.end ?? 0) <= token.start) open.pop();
    all.add(token);
    open.at(-1)?.counter.add(token);
  }
  for (const { fn, counter } of counters) fn.lines = fn.start === -1 ? 0 : counter.lines;
  return all.lines;
}

/** Tokens come in their order, so that no line need be remembered but the last. */
class LineCounter {
  readonly #text: string;
  #last = 0;
  #width = 0;
  lines = 0;

  constructor(text: string) {
    this.#text = text;
  }

  add({ start, end, first, last }: Token): void {
    const pieces = first === last ? ['code'] : this.#text.slice(start, end).split('\n');
    pieces.forEach((piece, at) => {
      if (first + at < this.#last || piece.trim() === '') return;
      const before = first + at === this.#last ? this.#width : 0;
      this.#width = before + (first === last ? Math.min(end - start, WIDEST_TOKEN) : 1);
      this.#last = first + at;
      this.lines += linesOf(this.#width) - linesOf(before);
    });
  }
}

function linesOf(width: number): number {
  return Math.ceil(width / WIDEST_LINE);
}
