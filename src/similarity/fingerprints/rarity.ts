import { type Bag, joined } from './bag.ts';

/** How much each fingerprint of a channel says, by how few have it. */
export interface Rarity {
  /** All fingerprints, in ascending order. A fingerprint's number is its place here. */
  prints: Uint32Array;
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
  const prints = all.filter((print, at) => at === 0 || print !== all[at - 1]);
  const holders = new Uint32Array(prints.length);
  let number = -1;
  for (let at = 0; at < all.length; at += 1) {
    if (at === 0 || all[at] !== all[at - 1]) number += 1;
    holders[number] = (holders[number] ?? 0) + 1;
  }
  const weights = Float64Array.from(holders, (count) => weightOf(Math.max(1, count - 1), bags.length));
  return { prints, holders, weights };
}

/** The number of a fingerprint; -1 where nobody has it. */
export function numberOf({ prints }: Rarity, print: number): number {
  let low = 0;
  let high = prints.length - 1;
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
