import { weightOf } from '../../fingerprints/rarity.ts';
import { type Candidate, FEWEST, mostOf } from '../candidate.ts';
import type { Traits } from './traits.ts';

/** Some who share rare names or files, wherever these stand. */
export interface TraitCandidate extends Candidate {
  /** What most of them share, the rarest first. */
  traits: readonly string[];
}

/** A name says as much as so many fingerprints of code: about those in which it stands once. */
const NAME = 1.2;
/** Fewer names than this are shared by chance. */
const FEWEST_TRAITS = 4;

/**
 * Those who share rare traits, told from all others by where the gap is: as for parts of the code. The seed is what two of them share.
 * @param works the cohort's first, then those from elsewhere
 */
export function traitCandidates(works: readonly Traits[], cohort: number): TraitCandidate[] {
  const holders = new Map<string, Set<number>>();
  for (const [work, traits] of works.entries())
    for (const trait of traits.keys()) holders.set(trait, (holders.get(trait) ?? new Set()).add(work));
  const most = mostOf(cohort);
  const rare = new Map([...holders].filter(([, having]) => having.size >= FEWEST && having.size <= most));
  const found: TraitCandidate[] = [];
  for (const seed of seedsAmong(rare, cohort)) {
    const candidate = around(seed, rare, works.length, cohort);
    if (candidate !== null) found.push(candidate);
  }
  return found;
}

type Holders = ReadonlyMap<string, ReadonlySet<number>>;

/** What each two share of what is rare, where it is more than a chance. */
function seedsAmong(rare: Holders, cohort: number): string[][] {
  const shared = new Map<number, string[]>();
  for (const [trait, having] of rare)
    for (const a of having)
      for (const b of having) {
        if (a >= b || b >= cohort) continue;
        const pair = a * cohort + b;
        const known = shared.get(pair);
        if (known === undefined) shared.set(pair, [trait]);
        else known.push(trait);
      }
  return [...shared.values()].filter(({ length }) => length >= FEWEST_TRAITS);
}

function around(
  seed: readonly string[],
  rare: Holders,
  works: number,
  cohort: number,
): TraitCandidate | null {
  const counts = new Map<number, number>();
  for (const trait of seed)
    for (const work of rare.get(trait) ?? []) counts.set(work, (counts.get(work) ?? 0) + 1);
  const near = [...counts].map(([work, count]) => ({ work, share: count / seed.length }));
  const inside = near
    .filter(({ work }) => work < cohort)
    .sort((a, b) => b.share - a.share || a.work - b.work);
  const outside = Math.max(0, ...near.filter(({ work }) => work >= cohort).map(({ share }) => share));
  let best: TraitCandidate | null = null;
  for (let count = FEWEST; count <= Math.min(inside.length, mostOf(cohort)); count += 1) {
    const least = inside[count - 1]?.share ?? 0;
    const next = Math.max(outside, inside[count]?.share ?? 0);
    if (least <= next) continue;
    const members = new Set(inside.slice(0, count).map(({ work }) => work));
    const said = seed.map((trait) => ({ trait, ...tellingOf(rare.get(trait) ?? new Set(), members, works) }));
    const shared = said.filter(({ own }) => own * 2 >= count);
    const surprise =
      shared.reduce((sum, { weight }) => sum + NAME * weight, 0) * (least - next) * Math.sqrt(count);
    if (shared.length >= FEWEST_TRAITS && surprise > (best?.surprise ?? 0)) {
      const traits = shared.sort((a, b) => b.weight - a.weight).map(({ trait }) => trait);
      best = { members: [...members], surprise, next, traits };
    }
  }
  return best;
}

function tellingOf(
  having: ReadonlySet<number>,
  members: ReadonlySet<number>,
  works: number,
): { own: number; weight: number } {
  const own = [...having].filter((work) => members.has(work)).length;
  return { own, weight: weightOf(1 + having.size - own, works) };
}
