import { z } from 'zod';
import type { Reading, Token } from '../token.ts';

/** Numbers of a token: those of its symbol and its word in the table, and its line. */
const WIDTH = 3;

const Columns = z.instanceof(Uint32Array).refine(({ length }) => length % WIDTH === 0);

/** Readings as they go from one process to another: each word once, and numbers. */
export const Packed = z.strictObject({
  words: z.array(z.string()),
  files: z.array(
    z.strictObject({
      path: z.string(),
      how: z.enum(['parsed', 'words']),
      tokens: Columns,
      leaves: Columns,
    }),
  ),
});
export type Packed = z.infer<typeof Packed>;

export function pack(readings: readonly Reading[]): Packed {
  const numbers = new Map<string, number>();
  const numberOf = (word: string): number => {
    const known = numbers.get(word) ?? numbers.size;
    numbers.set(word, known);
    return known;
  };
  const columns = (tokens: readonly Token[]): Uint32Array<ArrayBuffer> => {
    const packed = new Uint32Array(tokens.length * WIDTH);
    for (const [at, { symbol, word, line }] of tokens.entries())
      packed.set([numberOf(symbol), numberOf(word), line], at * WIDTH);
    return packed;
  };
  const files = readings.map(({ path, how, tokens, leaves }) => ({
    path,
    how,
    tokens: columns(tokens),
    leaves: columns(leaves),
  }));
  return { words: [...numbers.keys()], files };
}

/** @throws RangeError where a number stands for no word: then another program has packed it. */
export function unpack({ words, files }: Packed): Reading[] {
  const word = (number: number | undefined): string => {
    const known = words[number ?? words.length];
    if (known === undefined) throw new RangeError('no such word');
    return known;
  };
  const tokensOf = (packed: Uint32Array): Token[] =>
    Array.from({ length: packed.length / WIDTH }, (_, at) => ({
      symbol: word(packed[at * WIDTH]),
      word: word(packed[at * WIDTH + 1]),
      line: packed[at * WIDTH + 2] ?? 0,
    }));
  return files.map(({ path, how, tokens, leaves }) => ({
    path,
    how,
    tokens: tokensOf(tokens),
    leaves: tokensOf(leaves),
  }));
}
