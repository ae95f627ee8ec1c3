import { around, type Near } from './around.ts';
import type { Seed } from './seeds.ts';
import { weightOf } from '../fingerprints/rarity.ts';
import type { TracedWorks } from '../parts/traced-works.ts';

/** Some who may share something that few others have. */
export interface Candidate {
  /** Where it stands in each: the one it was found in first. */
  members: readonly Near[];
  /** What it says that they have it and nobody else. */
  surprise: number;
  /** How much of it the member with the least of it has, and the one with the most of all others. From 0 to 1. */
  least: number;
  next: number;
}

/** Two are a pair. */
const FEWEST = 3;
/** What more of a cohort have is how it is done here. */
const MOST = 0.4;
/** One in so many from elsewhere who has it, too, does not make it ordinary. */
const ELSEWHERE = 50;

/**
 * Those around a part who have it, told from those who do not by where the gap is: what the part says to somebody who knows all others' works, times
 * the gap, times the root of how many they are (as with sums of independent observations). Null where there are none.
 */
export function candidateAround(seed: Seed, traced: TracedWorks): Candidate | null {
  const { holders, near } = around(seed, traced);
  const others = near
    .filter(({ work }) => work < traced.cohort)
    .sort((a, b) => b.share - a.share || a.work - b.work);
  const outside = near.filter(({ work }) => work >= traced.cohort).map(({ share }) => share);
  outside.sort((a, b) => b - a);
  const known = outside[Math.floor((traced.works.length - traced.cohort) / ELSEWHERE)] ?? 0;
  const self: Near = { ...seed, share: 1 };
  const inside = holders.map(() => 1);
  let best: Candidate | null = null;
  for (let members = 2; members <= Math.max(FEWEST, traced.cohort * MOST); members += 1) {
    const last = others[members - 2];
    if (last === undefined) break;
    for (const [at, having] of holders.entries())
      if (having.has(last.work)) inside[at] = (inside[at] ?? 0) + 1;
    if (members < FEWEST) continue;
    const next = Math.max(known, others[members - 1]?.share ?? 0);
    if (last.share <= next) continue;
    const surprise =
      surpriseOf(holders, inside, members, traced.works.length) * (last.share - next) * Math.sqrt(members);
    if (surprise > (best?.surprise ?? 0))
      best = { members: [self, ...others.slice(0, members - 1)], surprise, least: last.share, next };
  }
  return best;
}

/** What most members share, weighed by how few others have it. */
function surpriseOf(
  holders: readonly ReadonlySet<number>[],
  inside: readonly number[],
  members: number,
  works: number,
): number {
  let sum = 0;
  for (const [at, having] of holders.entries()) {
    const own = inside[at] ?? 0;
    if (own * 2 >= members) sum += weightOf(1 + having.size - own, works);
  }
  return sum;
}
