import type { Bag } from '../fingerprints/bag.ts';
import { numbersOf, type Rarity } from '../fingerprints/rarity.ts';

/** What two things share in one channel: the weight of it. Called once for each two, `a` before `b`. */
export type Shared = (a: number, b: number, masses: readonly number[]) => void;

interface Postings {
  rarity: Rarity;
  numbers: readonly Uint32Array[];
  counts: readonly Uint16Array[];
  /** Where the list of each fingerprint begins in `who` and `often`; it moves on as rows are done. */
  next: Uint32Array;
  ends: Uint32Array;
  who: Uint32Array;
  often: Uint16Array;
}

/** More than this share of a cohort has it: it is how everybody writes, and to count it takes the most time of all. */
const EVERYBODY = 0.5;
/** In fewer, that nobody else has it is all that is known of anything. */
const FEW = 10;

/**
 * The weight of what each two of `bags` share, by channel, all of a row at a time: an inverted index is walked instead of each two being
 * compared, as most fingerprints are in one or two of them.
 * @param bags by channel, one of each for each unit
 */
export function forEachPair(
  bags: readonly (readonly Bag[])[],
  rarities: readonly Rarity[],
  say: Shared,
): void {
  const units = bags[0]?.length ?? 0;
  const channels = bags.map((own, at) => {
    const rarity = rarities[at];
    return rarity === undefined ? null : postingsOf(own, rarity);
  });
  const sums = channels.map(() => new Float64Array(units));
  const masses: number[] = channels.map(() => 0);
  for (let unit = 0; unit < units; unit += 1) {
    for (const [at, postings] of channels.entries()) {
      const sum = sums[at];
      if (postings !== null && sum !== undefined) addRow(postings, unit, sum);
    }
    for (let other = unit + 1; other < units; other += 1) {
      let any = 0;
      for (let at = 0; at < sums.length; at += 1) {
        const sum = sums[at];
        const mass = sum?.[other] ?? 0;
        masses[at] = mass;
        any += mass;
        if (sum !== undefined) sum[other] = 0;
      }
      if (any > 0) say(unit, other, masses);
    }
  }
}

function postingsOf(bags: readonly Bag[], rarity: Rarity): Postings {
  const numbers = bags.map((bag) => numbersOf(rarity, bag));
  const starts = new Uint32Array(rarity.prints.length + 1);
  for (const own of numbers) for (const number of own) starts[number + 1] = (starts[number + 1] ?? 0) + 1;
  for (let at = 1; at < starts.length; at += 1) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  const next = starts.slice(0, -1);
  const who = new Uint32Array(starts.at(-1) ?? 0);
  const often = new Uint16Array(who.length);
  for (const [unit, own] of numbers.entries())
    for (let at = 0; at < own.length; at += 1) {
      const number = own[at] ?? 0;
      const place = next[number] ?? 0;
      who[place] = unit;
      often[place] = bags[unit]?.counts[at] ?? 0;
      next[number] = place + 1;
    }
  return {
    rarity,
    numbers,
    counts: bags.map(({ counts }) => counts),
    next: starts.slice(0, -1),
    ends: starts.slice(1),
    who,
    often,
  };
}

function addRow(
  { rarity, numbers, counts, next, ends, who, often }: Postings,
  unit: number,
  sum: Float64Array,
): void {
  const own = numbers[unit] ?? new Uint32Array();
  const most = Math.max(FEW, sum.length * EVERYBODY);
  for (let at = 0; at < own.length; at += 1) {
    const number = own[at] ?? 0;
    // The list is in the order of the units, so this unit is the next one in it.
    const from = (next[number] ?? 0) + 1;
    next[number] = from;
    const end = ends[number] ?? 0;
    if (from === end || (rarity.holders[number] ?? 0) > most) continue;
    const weight = rarity.weights[number] ?? 0;
    const count = counts[unit]?.[at] ?? 0;
    for (let place = from; place < end; place += 1) {
      const other = who[place] ?? 0;
      sum[other] = (sum[other] ?? 0) + weight * Math.min(count, often[place] ?? 0);
    }
  }
}
