/** A trait that a few have, and who: works by number, in ascending order. */
export interface RareTrait {
  trait: string;
  having: Uint32Array;
}

/** What two of a cohort share of what is rare: numbers of traits, in ascending order. */
export type TraitSeed = Uint32Array<ArrayBuffer>;

/**
 * What each two share of what is rare, where it is at least `fewest` traits; what several pairs share alike comes once. One work after the other,
 * so that no list of all pairs is ever kept: in a cohort of a thousand there are half a million.
 */
export function* traitSeeds(rare: readonly RareTrait[], cohort: number, fewest: number): Iterable<TraitSeed> {
  const own = traitsByWork(rare, cohort);
  const next = new Uint32Array(rare.length);
  const counts = new Uint32Array(cohort);
  const seen = new Set<string>();
  for (const [work, traits] of own.entries()) {
    for (const trait of traits) {
      const having = rare[trait]?.having ?? new Uint32Array();
      // Works come in the order of the list, so this one is the next in it.
      const from = (next[trait] ?? 0) + 1;
      next[trait] = from;
      for (let at = from; at < having.length; at += 1) {
        const other = having[at] ?? cohort;
        if (other >= cohort) break;
        counts[other] = (counts[other] ?? 0) + 1;
      }
    }
    for (let other = work + 1; other < cohort; other += 1) {
      const count = counts[other] ?? 0;
      counts[other] = 0;
      if (count < fewest) continue;
      const seed = inBoth(traits, own[other] ?? new Uint32Array(), count);
      const key = Buffer.from(seed.buffer).toString('latin1');
      if (seen.has(key)) continue;
      seen.add(key);
      yield seed;
    }
  }
}

function traitsByWork(rare: readonly RareTrait[], cohort: number): Uint32Array[] {
  const own = Array.from({ length: cohort }, (): number[] => []);
  for (const [at, { having }] of rare.entries()) for (const work of having) own[work]?.push(at);
  return own.map((traits) => Uint32Array.from(traits));
}

/** @param count how many numbers are in both */
function inBoth(a: Uint32Array, b: Uint32Array, count: number): TraitSeed {
  const both = new Uint32Array(count);
  let place = 0;
  let there = 0;
  for (const one of a) {
    while ((b[there] ?? Infinity) < one) there += 1;
    if (b[there] === one) both[place++] = one;
  }
  return both;
}
