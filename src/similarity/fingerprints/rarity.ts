import { type Bag, joined } from './bag.ts';

/** How much each fingerprint of a channel says, by how few have it. */
export interface Rarity {
  /** All fingerprints, in ascending order. A fingerprint's number is its place here. */
  prints: Uint32Array;
  /** By the first bits of a fingerprint: the number of the first one with these. */
  starts: Uint32Array;
  /** By number: how many works have it. */
  holders: Uint32Array;
  /** By number: from 0 (all have it) to 1 (nobody but two). */
  weights: Float64Array;
}

/**
 * How much it says that something is in `holders` of so many works: the square of the inverse document frequency (Spärck Jones 1972), as rare
 * things that are shared say more than their number, and as a share of the greatest possible: so that it means the same in a small cohort
 * and in a large one.
 */
export const weightOf = (holders: number, works: number): number =>
  (Math.log((1 + works) / holders) / Math.log(1 + works)) ** 2;

/** The rarity of fingerprints among works. One of those who share something is not counted: it is the others who say how ordinary it is. */
export function rarityAmong(bags: readonly Bag[]): Rarity {
  const all = joined(bags.map(({ prints }) => prints)).sort();
  let different = 0;
  for (let at = 0; at < all.length; at += 1) if (at === 0 || all[at] !== all[at - 1]) different += 1;
  const prints = new Uint32Array(different);
  const holders = new Uint32Array(different);
  let number = -1;
  for (let at = 0; at < all.length; at += 1) {
    const print = all[at] ?? 0;
    if (at === 0 || print !== all[at - 1]) prints[(number += 1)] = print;
    holders[number] = (holders[number] ?? 0) + 1;
  }
  const byHolders = Float64Array.from({ length: bags.length + 1 }, (_, count) =>
    weightOf(Math.max(1, count - 1), bags.length),
  );
  const weights = new Float64Array(different);
  for (let at = 0; at < different; at += 1) weights[at] = byHolders[holders[at] ?? 0] ?? 0;
  return { prints, starts: startsIn(prints), holders, weights };
}

/** So many of the first bits of a fingerprint say where to look for it. */
const FIRST_BITS = 16;

function startsIn(prints: Uint32Array): Uint32Array {
  const starts = new Uint32Array(2 ** FIRST_BITS + 1);
  for (let at = 0; at < prints.length; at += 1) {
    const first = (prints[at] ?? 0) >>> (32 - FIRST_BITS);
    starts[first + 1] = at + 1;
  }
  for (let at = 1; at < starts.length; at += 1) starts[at] = Math.max(starts[at] ?? 0, starts[at - 1] ?? 0);
  return starts;
}

/** The number of a fingerprint; -1 where nobody has it. */
export function numberOf({ prints, starts }: Rarity, print: number): number {
  const first = print >>> (32 - FIRST_BITS);
  let low = starts[first] ?? 0;
  let high = (starts[first + 1] ?? 0) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const there = prints[middle] ?? 0;
    if (there === print) return middle;
    if (there < print) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** The numbers of a bag's fingerprints. All of them must be among those that the rarity was made of. */
export const numbersOf = (rarity: Rarity, { prints }: Bag): Uint32Array =>
  prints.map((print) => numberOf(rarity, print));

/** The weight of all that a bag holds. */
export function massOf({ weights }: Rarity, numbers: Uint32Array, { counts }: Bag): number {
  let mass = 0;
  for (let at = 0; at < numbers.length; at += 1) mass += (weights[numbers[at] ?? 0] ?? 0) * (counts[at] ?? 0);
  return mass;
}
