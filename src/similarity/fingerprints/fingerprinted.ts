import type { Submission } from '../cohort.ts';
import { type Bag, bagOf, joined } from './bag.ts';
import { type Channel, CHANNELS } from './channels.ts';
import { type Given, ownPrints } from './given.ts';
import { type KeyCache, printsOf, type Sequence, sequenceOf } from './sequence.ts';

/** A file as each channel sees it, in the order of {@link CHANNELS}. */
export interface FingerprintedFile {
  path: string;
  sequences: readonly Sequence[];
}

/** A submission with its fingerprints, without those of what it was given. */
export interface Fingerprinted {
  id: string;
  files: readonly FingerprintedFile[];
  /** Of all files together, by channel. */
  bags: readonly Bag[];
}

export function fingerprint({ id, files }: Submission, given: Given, cache: KeyCache): Fingerprinted {
  const read = files.map((file) => ({
    path: file.path,
    sequences: CHANNELS.map((channel) => sequenceOf(file, channel, cache)),
  }));
  const bags = CHANNELS.map((channel, at) =>
    bagOf(
      joined(
        read.flatMap(({ sequences }) => {
          const sequence = sequences[at];
          return sequence === undefined
            ? []
            : channel.lengths.map((length) => ownOf(sequence, length, channel, given));
        }),
      ),
    ),
  );
  return { id, files: read, bags };
}

function ownOf(sequence: Sequence, length: number, channel: Channel, given: Given): Uint32Array {
  const prints = printsOf(sequence, length);
  if (given.get(channel)?.size === 0) return prints;
  const own = ownPrints(sequence, length, { channel, given });
  return prints.filter((_, at) => own[at] === 1);
}
