import { FEWEST, mostOf } from '../candidate.ts';
import { TELLING } from '../choose.ts';
import { AroundTraits, type TraitCandidate } from './around-traits.ts';
import { type RareTrait, traitSeeds } from './trait-seeds.ts';
import type { Traits } from './traits.ts';

/** Fewer names than this are shared by chance. */
const FEWEST_TRAITS = 4;

/**
 * Those who share rare traits, told from all others by where the gap is: as for parts of the code. The seed is what two of them share. Only those
 * of whom it says enough to be told.
 * @param works the cohort's first, then those from elsewhere
 */
export function traitCandidates(works: readonly Traits[], cohort: number): TraitCandidate[] {
  const rare = rareAmong(works, mostOf(cohort));
  const around = new AroundTraits(rare, works.length, cohort);
  const found: { first: number; candidate: TraitCandidate }[] = [];
  for (const seed of traitSeeds(rare, cohort, FEWEST_TRAITS)) {
    const candidate = around.find(seed, FEWEST_TRAITS, TELLING);
    if (candidate !== null) found.push({ first: seed[0] ?? 0, candidate });
  }
  return found.sort((a, b) => a.first - b.first).map(({ candidate }) => candidate);
}

function rareAmong(works: readonly Traits[], most: number): RareTrait[] {
  const holders = new Map<string, number[]>();
  for (const [work, traits] of works.entries())
    for (const trait of traits.keys()) {
      const having = holders.get(trait);
      if (having === undefined) holders.set(trait, [work]);
      else having.push(work);
    }
  return [...holders]
    .filter(([, { length }]) => length >= FEWEST && length <= most)
    .map(([trait, having]) => ({ trait, having: Uint32Array.from(having) }));
}
