import { Alignment, type SharedPart } from './shared-parts.ts';
import type { TracedWorks } from './traced-works.ts';

/** A part that two works share, and in which file of each it is. */
export interface PairPart extends SharedPart {
  fileA: number;
  fileB: number;
}

/** What says less together is no part that anybody would show to anybody. */
const LEAST_PART = 2;
/** What more have is no reason to look: those who share something rare share a few sequences that are rarer still. */
const MOST_HOLDERS = 20;

/** The parts that works of a cohort share. */
export class PartsOfPairs {
  readonly #traced: TracedWorks;
  readonly #alignment: Alignment;
  readonly #known = new Map<number, readonly PairPart[]>();

  /** Looks at every two that share something rare: only those are worth the time. */
  constructor(traced: TracedWorks) {
    this.#traced = traced;
    this.#alignment = new Alignment(traced.weights, LEAST_PART);
    for (const pair of pairsWithSomethingRare(traced)) {
      const parts = this.between(Math.floor(pair / traced.cohort), pair % traced.cohort);
      if (parts.length > 0) this.#known.set(pair, parts);
    }
  }

  /** The parts that any two share, the weightiest first. */
  between(a: number, b: number): PairPart[] {
    const { works } = this.#traced;
    const parts: PairPart[] = [];
    for (const [fileA, one] of (works[a]?.files ?? []).entries())
      for (const [fileB, two] of (works[b]?.files ?? []).entries())
        for (const part of this.#alignment.parts(one, two)) parts.push({ ...part, fileA, fileB });
    return parts.sort((one, two) => two.weight - one.weight);
  }

  /** Empty where two share nothing rare. `a` comes before `b`. */
  of(a: number, b: number): readonly PairPart[] {
    return this.#known.get(a * this.#traced.cohort + b) ?? none;
  }

  *all(): Iterable<{ a: number; b: number; parts: readonly PairPart[] }> {
    const { cohort } = this.#traced;
    for (const [pair, parts] of this.#known) yield { a: Math.floor(pair / cohort), b: pair % cohort, parts };
  }
}

const none: readonly PairPart[] = [];

/** Pairs as `a * cohort + b`, `a` before `b`. */
function pairsWithSomethingRare({ works, cohort, standings, holders, weights }: TracedWorks): number[] {
  const { starts, work: whose } = standings;
  const pairs: number[] = [];
  const shared = new Float64Array(cohort);
  const noted = new Int32Array(weights.length).fill(-1);
  for (let work = 0; work < cohort; work += 1) {
    const touched: number[] = [];
    for (const { links } of works[work]?.files ?? [])
      for (const link of links) {
        if (noted[link] === work || (holders[link] ?? 0) > MOST_HOLDERS) continue;
        noted[link] = work;
        let last = work;
        for (let at = starts[link] ?? 0; at < (starts[link + 1] ?? 0); at += 1) {
          const other = whose[at] ?? 0;
          if (other <= last || other >= cohort) continue;
          last = other;
          const sum = shared[other] ?? 0;
          if (sum === 0) touched.push(other);
          shared[other] = sum + (weights[link] ?? 0);
        }
      }
    for (const other of touched) {
      if ((shared[other] ?? 0) >= LEAST_PART) pairs.push(work * cohort + other);
      shared[other] = 0;
    }
  }
  return pairs;
}
