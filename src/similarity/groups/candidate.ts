import { around, type Near } from './around.ts';
import type { Seed } from './seeds.ts';
import { weightOf } from '../fingerprints/rarity.ts';
import type { TracedWorks } from '../parts/traced-works.ts';

/** Some who may share something that few others have. */
export interface Candidate {
  /** Works, by number. */
  members: readonly number[];
  /** What it says that they have it and nobody else. */
  surprise: number;
  /** How much of it others have, at most. From 0 to 1. */
  next: number;
}

/** Some who may share a part of their code. */
export interface PartCandidate extends Candidate {
  /** Where it stands in each: the one it was found in first. */
  places: readonly Near[];
}

/** Two are a pair. */
export const FEWEST = 3;
/** What more of a cohort have is how it is done here. */
export const mostOf = (cohort: number): number => Math.max(FEWEST, cohort * 0.4);
/** One in so many from elsewhere who has it, too, does not make it ordinary. */
const ELSEWHERE = 50;

/**
 * Those around a part who have it, told from those who do not by where the gap is: what the part says to somebody who knows all others' works, times
 * the gap, times the root of how many they are (as with sums of independent observations). Null where there are none.
 * @param weights {@link weightsAmong} the works
 */
export function candidateAround(
  seed: Seed,
  traced: TracedWorks,
  weights: Float64Array,
): PartCandidate | null {
  const { holders, had, near } = around(seed, traced);
  const others = near
    .filter(({ work }) => work < traced.cohort)
    .sort((a, b) => b.share - a.share || a.work - b.work);
  const known = knownElsewhere(near, traced);
  const self: Near = { ...seed, share: 1 };
  const inside = new Uint32Array(holders.length).fill(1);
  let best: PartCandidate | null = null;
  for (let members = 2; members <= mostOf(traced.cohort); members += 1) {
    const last = others[members - 2];
    if (last === undefined) break;
    for (const at of had.get(last.work) ?? []) inside[at] = (inside[at] ?? 0) + 1;
    if (members < FEWEST) continue;
    const next = Math.max(known, others[members - 1]?.share ?? 0);
    if (last.share <= next) continue;
    const wide = (last.share - next) * Math.sqrt(members);
    // No fingerprint says more than 1: most end here.
    if (holders.length * wide <= (best?.surprise ?? 0)) continue;
    const surprise = surpriseOf(holders, inside, members, weights) * (last.share - next) * Math.sqrt(members);
    if (surprise <= (best?.surprise ?? 0)) continue;
    const places = [self, ...others.slice(0, members - 1)];
    best = { members: places.map(({ work }) => work), places, surprise, next };
  }
  return best;
}

/** What it says that so many of the works have something, for each number of them. */
export const weightsAmong = ({ works, idioms }: TracedWorks): Float64Array =>
  Float64Array.from({ length: works.length + 2 }, (_, holders) => weightOf(holders, idioms));

/** How much of a part is known from elsewhere. */
function knownElsewhere(near: readonly Near[], { cohort, idioms }: TracedWorks): number {
  const outside = near.filter(({ work }) => work >= cohort && work < idioms).map(({ share }) => share);
  outside.sort((a, b) => b - a);
  const ofOthers = outside[Math.floor((idioms - cohort) / ELSEWHERE)] ?? 0;
  return Math.max(ofOthers, near.find(({ work }) => work === idioms)?.share ?? 0);
}

/** What most members share, weighed by how few others have it. */
function surpriseOf(
  holders: Uint32Array,
  inside: Uint32Array,
  members: number,
  weights: Float64Array,
): number {
  let sum = 0;
  for (let at = 0; at < holders.length; at += 1) {
    const own = inside[at] ?? 0;
    if (own * 2 >= members) sum += weights[1 + (holders[at] ?? 0) - own] ?? 0;
  }
  return sum;
}
