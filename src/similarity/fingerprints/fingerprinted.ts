import type { Submission } from '../cohort.ts';
import { type Bag, bagOf, joined } from './bag.ts';
import { CHANNELS } from './channels.ts';
import { type Given, ownPrints } from './given.ts';
import { type KeyCache, printsOf, type Sequence, sequenceOf } from './sequence.ts';

/** A file with its fingerprints; the lists go by channel, in the order of {@link CHANNELS}. */
export interface FingerprintedFile {
  path: string;
  sequences: readonly Sequence[];
  bags: readonly Bag[];
}

/** A submission with its fingerprints, without those of what it was given. */
export interface Fingerprinted {
  id: string;
  files: readonly FingerprintedFile[];
  /** Of all files together, by channel. */
  bags: readonly Bag[];
}

export function fingerprint({ id, files }: Submission, given: Given, cache: KeyCache): Fingerprinted {
  const read = files.map(({ path, ...file }) => {
    const sequences = CHANNELS.map((channel) => sequenceOf({ path, ...file }, channel, cache));
    const prints = CHANNELS.map((channel, at) => {
      const sequence = sequences[at];
      return sequence === undefined
        ? new Uint32Array()
        : joined(channel.lengths.map((length) => own(sequence, length)));

      function own(within: Sequence, length: number): Uint32Array {
        const isOwn = ownPrints(within, length, { channel, given });
        return printsOf(within, length).filter((_, place) => isOwn[place] === 1);
      }
    });
    return { path, sequences, prints };
  });
  const bags = CHANNELS.map((_, at) =>
    bagOf(joined(read.map(({ prints }) => prints[at] ?? new Uint32Array()))),
  );
  const perFile = read.map(({ path, sequences, prints }) => ({
    path,
    sequences,
    bags: prints.map((one) => bagOf(one)),
  }));
  return { id, files: perFile, bags };
}
