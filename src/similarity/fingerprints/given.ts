import type { Reading } from '../reading/token.ts';
import { CHANNELS, type Channel } from './channels.ts';
import { type KeyCache, printsOf, type Sequence, sequenceOf } from './sequence.ts';

/** The fingerprints of what everybody was given, by channel. */
export type Given = ReadonlyMap<Channel, ReadonlySet<number>>;

export function givenBy(starter: readonly Reading[], cache: KeyCache): Given {
  return new Map(
    CHANNELS.map((channel) => {
      const sequences = starter.map((file) => sequenceOf(file, channel, cache));
      const prints = channel.lengths.flatMap((length) =>
        sequences.flatMap((one) => [...printsOf(one, length)]),
      );
      return [channel, new Set(prints)];
    }),
  );
}

/** A fingerprint most of whose tokens were given is an edit of what was given. */
const MOSTLY = 0.5;

/**
 * Which fingerprints of `length` tokens are somebody's own, by where they begin. What was given is not, and neither is what lies mostly in
 * what was given: the seams of a small edit.
 */
export function ownPrints(
  sequence: Sequence,
  length: number,
  { channel, given }: { channel: Channel; given: Given },
): Uint8Array {
  const known = given.get(channel) ?? new Set();
  const prints = printsOf(sequence, length);
  const own = new Uint8Array(prints.length).fill(1);
  if (known.size === 0) return own;
  const covered = coveredBy(sequence, channel, known);
  const sums = new Uint32Array(covered.length + 1);
  for (let at = 0; at < covered.length; at += 1) sums[at + 1] = (sums[at] ?? 0) + (covered[at] ?? 0);
  for (let at = 0; at < prints.length; at += 1) {
    const tokens = (sums[at + length] ?? 0) - (sums[at] ?? 0);
    if (known.has(prints[at] ?? 0) || tokens > length * MOSTLY) own[at] = 0;
  }
  return own;
}

/** Tokens within something given that is long enough not to be chance: the middle one of the channel's lengths. */
function coveredBy(sequence: Sequence, { lengths }: Channel, known: ReadonlySet<number>): Uint8Array {
  const covered = new Uint8Array(sequence.keys.length);
  const length = lengths[Math.floor(lengths.length / 2)] ?? 1;
  if (length === 1) return covered;
  for (const [at, print] of printsOf(sequence, length).entries())
    if (known.has(print)) covered.fill(1, at, at + length);
  return covered;
}
