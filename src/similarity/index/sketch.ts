/** Entries are numbers below this. */
export const ENTRIES = 2 ** 33;

/** Entries of a sketch, by what they are of: the shape of the program, and its words. */
export const SKETCH = { shape: 96, words: 32 } as const;

/**
 * A bounded sample of a work's fingerprints, by which those that share something with it are found: of each kind the smallest ones by a
 * hash that is the same for all (bottom-k, Cohen and Kaplan 2007). As everybody's sample is drawn by the same hash, what two works share
 * is in both samples or in neither, wherever the works are of about the same size: twenty shared entries of a hundred stand for a fifth of the work.
 *
 * @param shape 32-bit fingerprints of the program's shape, each once
 * @param words of its words
 */
export function sketchOf(shape: Iterable<number>, words: Iterable<number>): number[] {
  return [...smallest(shape, SHAPE, SKETCH.shape), ...smallest(words, WORDS, SKETCH.words)];
}

// Texts and shapes may have the same fingerprint by chance: told apart by the 33rd bit.
const SHAPE = 0;
const WORDS = 2 ** 32;

function smallest(prints: Iterable<number>, kind: number, most: number): number[] {
  const drawn = [...new Set(prints)].map((print) => ({ print, lot: lotOf(print) }));
  drawn.sort((a, b) => a.lot - b.lot || a.print - b.print);
  return drawn.slice(0, most).map(({ print }) => kind + print);
}

/** The last step of MurmurHash3 (Appleby): every bit of a fingerprint changes half the bits of its lot. */
function lotOf(print: number): number {
  let lot = print ^ 0x5bd1e995;
  lot = Math.imul(lot ^ (lot >>> 16), 0x85ebca6b);
  lot = Math.imul(lot ^ (lot >>> 13), 0xc2b2ae35);
  return (lot ^ (lot >>> 16)) >>> 0;
}
