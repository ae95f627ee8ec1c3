import { weightOf } from '../../fingerprints/rarity.ts';
import { type Candidate, FEWEST, mostOf } from '../candidate.ts';
import type { RareTrait, TraitSeed } from './trait-seeds.ts';

/** Some who share rare names or files, wherever these stand. */
export interface TraitCandidate extends Candidate {
  /** What most of them share, the rarest first. */
  traits: readonly string[];
}

/** A name says as much as so many fingerprints of code: about those in which it stands once. */
const NAME = 1.2;
/** Sums in another order differ by less. */
const ROUNDING = 1e-6;

/** Where a seed ends among those who have much of it and those who have less. */
interface Gap {
  /** So many of the seed's traits each member has, at least. */
  least: number;
  members: number;
  surprise: number;
  next: number;
}

/** Looks for those who have much of a seed. */
export class AroundTraits {
  readonly #rare: readonly RareTrait[];
  readonly #cohort: number;
  /** By how many have something: what it says. */
  readonly #weights: Float64Array;
  /** How many of a seed's traits each work has. */
  readonly #counts: Uint32Array;

  /**
   * @param works how many there are: the cohort's first, then those from elsewhere
   * @param cohort how many of them are the cohort's
   */
  constructor(rare: readonly RareTrait[], works: number, cohort: number) {
    this.#rare = rare;
    this.#cohort = cohort;
    this.#weights = Float64Array.from({ length: works + 2 }, (_, count) => weightOf(count, works));
    this.#counts = new Uint32Array(works);
  }

  /** Null where nobody around a seed says at least `telling`. */
  find(seed: TraitSeed, fewestTraits: number, telling: number): TraitCandidate | null {
    const traits = [...seed].flatMap((at) => this.#rare[at] ?? []);
    const counts = this.#counts;
    counts.fill(0);
    for (const { having } of traits) for (const work of having) counts[work] = (counts[work] ?? 0) + 1;
    const gap = this.#widest(traits, fewestTraits, telling);
    return gap === null ? null : this.#candidate(traits, gap);
  }

  #widest(traits: readonly RareTrait[], fewestTraits: number, telling: number): Gap | null {
    const { inside, outside } = this.#levels(traits);
    const most = mostOf(this.#cohort);
    let best: Gap | null = null;
    let members = 0;
    for (let least = traits.length; least > outside; least -= 1) {
      const there = inside[least] ?? 0;
      members += there;
      if (members > most) break;
      if (there === 0 || members < FEWEST) continue;
      let below = least - 1;
      while (below > outside && inside[below] === 0) below -= 1;
      const next = below / traits.length;
      const wide = (least / traits.length - next) * Math.sqrt(members);
      // Most seeds end here.
      if (this.#atMost(traits, members) * wide < Math.max(telling, best?.surprise ?? 0)) continue;
      const shared = this.#shared(traits, least, members);
      const surprise =
        shared.reduce((sum, { weight }) => sum + NAME * weight, 0) *
        (least / traits.length - next) *
        Math.sqrt(members);
      if (shared.length >= fewestTraits && surprise >= telling && surprise > (best?.surprise ?? 0))
        best = { least, members, surprise, next };
    }
    return best;
  }

  /** How many of the cohort have so many of the traits, and how many somebody from elsewhere has, at most. */
  #levels(traits: readonly RareTrait[]): { inside: Uint32Array; outside: number } {
    const inside = new Uint32Array(traits.length + 1);
    let outside = 0;
    const counts = this.#counts;
    for (let work = 0; work < this.#cohort; work += 1) {
      const count = counts[work] ?? 0;
      inside[count] = (inside[count] ?? 0) + 1;
    }
    for (let work = this.#cohort; work < counts.length; work += 1)
      outside = Math.max(outside, counts[work] ?? 0);
    return { inside, outside };
  }

  /** What traits say where as many of those who have them are members as can be. */
  #atMost(traits: readonly RareTrait[], members: number): number {
    let sum = 0;
    for (const { having } of traits)
      if (having.length * 2 >= members)
        sum += NAME * (this.#weights[1 + Math.max(0, having.length - members)] ?? 0);
    return sum + ROUNDING;
  }

  /** What at least half of the members have, with what it says. */
  #shared(traits: readonly RareTrait[], least: number, members: number): { trait: string; weight: number }[] {
    const shared: { trait: string; weight: number }[] = [];
    for (const { trait, having } of traits) {
      let own = 0;
      for (const work of having) if (work < this.#cohort && (this.#counts[work] ?? 0) >= least) own += 1;
      if (own * 2 >= members) shared.push({ trait, weight: this.#weights[1 + having.length - own] ?? 0 });
    }
    return shared;
  }

  #candidate(traits: readonly RareTrait[], { least, members, surprise, next }: Gap): TraitCandidate {
    const counts = this.#counts;
    const who = [...counts.subarray(0, this.#cohort).keys()].filter((work) => (counts[work] ?? 0) >= least);
    const shared = this.#shared(traits, least, members).sort((a, b) => b.weight - a.weight);
    return {
      members: who.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b),
      surprise,
      next,
      traits: shared.map(({ trait }) => trait),
    };
  }
}
