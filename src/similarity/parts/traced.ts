import { CHANNELS, SHAPE, WRITTEN } from '../fingerprints/channels.ts';
import type { FingerprintedFile } from '../fingerprints/fingerprinted.ts';
import { type Given, ownPrints } from '../fingerprints/given.ts';
import { printsOf, type Sequence } from '../fingerprints/sequence.ts';

/** Fingerprints that lie this many tokens wide are looked up: of fewer, too many lie everywhere. */
export const WIDTH = 5;

/** A file whose fingerprints are kept in order, to say where something stands. */
export interface Traced {
  path: string;
  /** By where they begin. 0: it was given. */
  prints: Uint32Array;
  /** Of each token. */
  lines: Uint32Array;
  /** The file as it was written. */
  written: Sequence;
}

const AT = CHANNELS.indexOf(SHAPE);

export function trace({ path, sequences }: FingerprintedFile, given: Given): Traced {
  const sequence = sequences[AT];
  const written = sequences[CHANNELS.indexOf(WRITTEN)];
  if (sequence === undefined || written === undefined)
    throw new RangeError('a file has a sequence for each channel');
  const own = ownPrints(sequence, WIDTH, { channel: SHAPE, given });
  const prints = printsOf(sequence, WIDTH).map((print, at) =>
    own[at] === 1 && valuesWithin(sequence, at) <= MOST_VALUES ? print : 0,
  );
  return { path, prints, lines: sequence.lines, written };
}

/** Of more texts and numbers it is a table, and the exercise says what is in it. */
const MOST_VALUES = 2;

function valuesWithin({ values }: Sequence, at: number): number {
  let sum = 0;
  for (let next = at; next < at + WIDTH; next += 1) sum += values[next] ?? 0;
  return sum;
}
