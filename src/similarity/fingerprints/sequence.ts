import type { Reading } from '../reading/token.ts';
import type { Channel } from './channels.ts';
import { hashOfText, hashWithNext } from './hash.ts';

/** The tokens of a file as one channel sees them: a number for each, and its line (from 1). */
export interface Sequence {
  keys: Uint32Array;
  lines: Uint32Array;
  /** 1 for a text or a number: whoever solves the same exercise has the same ones. */
  values: Uint8Array;
}

/** Hashes of what was seen before: the same few hundred words come again and again. */
export type KeyCache = Map<string, number>;

const VALUES: ReadonlySet<string> = new Set(['text', 'number']);

export function sequenceOf(file: Reading, { sequence, key }: Channel, cache: KeyCache): Sequence {
  const tokens = sequence(file);
  const keys = new Uint32Array(tokens.length);
  const lines = new Uint32Array(tokens.length);
  const values = new Uint8Array(tokens.length);
  for (const [at, token] of tokens.entries()) {
    const text = key(token);
    let hash = cache.get(text);
    if (hash === undefined) cache.set(text, (hash = hashOfText(text)));
    keys[at] = hash;
    lines[at] = token.line;
    if (VALUES.has(token.symbol)) values[at] = 1;
  }
  return { keys, lines, values };
}

/** The fingerprints of each `length` tokens in a row, by where they begin. */
export function printsOf({ keys }: Sequence, length: number): Uint32Array {
  const prints = new Uint32Array(Math.max(0, keys.length - length + 1));
  for (let at = 0; at < prints.length; at += 1) {
    let hash = length;
    for (let next = at; next < at + length; next += 1) hash = hashWithNext(hash, keys[next] ?? 0);
    prints[at] = hash;
  }
  return prints;
}
