import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import type { Reading, Token } from '../reading/token.ts';

/** A file of a work, read, and how old each line of it is. */
export interface AgedReading extends Reading {
  /** By line, the first one at 0: since when the learner has had it, ms since 1970. */
  since: readonly number[];
}

/** So many tokens of a work are kept, as written and in canonical form each; what is read after them is not. */
const MOST_TOKENS = 60_000;

const Numbers = z.array(z.number().int().nonnegative());
const Stored = z.strictObject({
  words: z.array(z.string()),
  times: Numbers,
  files: z.array(
    z.strictObject({
      path: z.string(),
      how: z.enum(['parsed', 'words']),
      /** Three for each token: the numbers of its symbol and its word, and its line. */
      tokens: Numbers,
      leaves: Numbers,
      /** By line, the number of a time. */
      since: Numbers,
    }),
  ),
});

/** A number for each different thing, in the order in which they come. */
function numbering<Thing>(): { of: (thing: Thing) => number; all: () => Thing[] } {
  const numbers = new Map<Thing, number>();
  return {
    of: (thing) => {
      const number = numbers.get(thing) ?? numbers.size;
      numbers.set(thing, number);
      return number;
    },
    all: () => [...numbers.keys()],
  };
}

/** A work as the index keeps it: each word once and numbers, compressed, in signs that every database takes. */
export function storeReading(files: readonly AgedReading[]): string {
  const words = numbering<string>();
  const times = numbering<number>();
  const pack = (tokens: readonly Token[]) =>
    tokens.flatMap(({ symbol, word, line }) => [words.of(symbol), words.of(word), line]);
  let left = MOST_TOKENS;
  const kept = files.filter(({ tokens, leaves }) => {
    left -= Math.max(tokens.length, leaves.length);
    return left >= 0;
  });
  const packed = kept.map(({ path, how, tokens, leaves, since }) => ({
    path,
    how,
    tokens: pack(tokens),
    leaves: pack(leaves),
    since: since.map(times.of),
  }));
  const stored = { words: words.all(), times: times.all(), files: packed };
  return deflateRawSync(JSON.stringify(stored)).toString('base64');
}

/** @throws where it is none. */
export function readStored(stored: string): AgedReading[] {
  const text = inflateRawSync(Buffer.from(stored, 'base64')).toString();
  const { words, times, files } = Stored.parse(JSON.parse(text));
  const unpack = (numbers: readonly number[]): Token[] =>
    Array.from({ length: Math.floor(numbers.length / 3) }, (_, at) => ({
      symbol: words[numbers[at * 3] ?? 0] ?? '',
      word: words[numbers[at * 3 + 1] ?? 0] ?? '',
      line: numbers[at * 3 + 2] ?? 0,
    }));
  return files.map(({ tokens, leaves, since, ...file }) => ({
    ...file,
    tokens: unpack(tokens),
    leaves: unpack(leaves),
    since: since.map((number) => times[number] ?? 0),
  }));
}
