/** The different fingerprints of something, in ascending order, and how often it has each. */
export interface Bag {
  prints: Uint32Array;
  counts: Uint16Array;
}

const MOST = 0xffff;

/** @param prints in any order; sorted in place. */
export function bagOf(prints: Uint32Array): Bag {
  prints.sort();
  let different = 0;
  for (let at = 0; at < prints.length; at += 1) if (at === 0 || prints[at] !== prints[at - 1]) different += 1;
  const bag: Bag = { prints: new Uint32Array(different), counts: new Uint16Array(different) };
  let place = -1;
  for (let at = 0; at < prints.length; at += 1) {
    if (at === 0 || prints[at] !== prints[at - 1]) bag.prints[(place += 1)] = prints[at] ?? 0;
    bag.counts[place] = Math.min(MOST, (bag.counts[place] ?? 0) + 1);
  }
  return bag;
}

/** Numbers one after the other. */
export function joined(parts: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
