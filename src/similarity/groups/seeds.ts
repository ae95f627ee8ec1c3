import type { PartsOfPairs } from '../parts/parts-of-pairs.ts';
import type { Stretch } from '../parts/shared-parts.ts';

/** A part of somebody's work that somebody else has, too. */
export interface Seed extends Stretch {
  work: number;
  file: number;
}

/** What says less is not passed on. */
const LEAST = 3;

/** Every part that two of a cohort share and few others have, in both of them. */
export function seedsOf(pairs: PartsOfPairs): Seed[] {
  const seeds: Seed[] = [];
  for (const { a, b, parts } of pairs.all())
    for (const part of parts) {
      if (part.weight < LEAST) break;
      seeds.push({ work: a, file: part.fileA, ...part.a }, { work: b, file: part.fileB, ...part.b });
    }
  return distinct(seeds);
}

/** Two stretches with this much of both in common are one. */
const SAME = 0.8;

/** Each stretch once: what somebody shares with many begins and ends a little differently with each of them. */
function distinct(seeds: readonly Seed[]): Seed[] {
  const kept = new Map<string, Seed[]>();
  for (const seed of [...seeds].sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)) {
    const key = `${String(seed.work)} ${String(seed.file)}`;
    const there = kept.get(key) ?? [];
    if (there.some((other) => inCommon(seed, other) >= SAME)) continue;
    there.push(seed);
    kept.set(key, there);
  }
  return [...kept.values()]
    .flat()
    .sort((a, b) => a.work - b.work || a.file - b.file || a.from - b.from || a.to - b.to);
}

/** The share of two stretches that is in both (Jaccard's index). */
function inCommon(one: Stretch, two: Stretch): number {
  const both = Math.min(one.to, two.to) - Math.max(one.from, two.from) + 1;
  const either = Math.max(one.to, two.to) - Math.min(one.from, two.from) + 1;
  return Math.max(0, both) / either;
}
