import { type SharedPart, sharedParts } from './shared-parts.ts';
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

/** The parts that two works share, the weightiest first. */
export function partsOf(a: number, b: number, { works, weight }: TracedWorks): PairPart[] {
  const parts: PairPart[] = [];
  for (const [fileA, one] of (works[a]?.files ?? []).entries())
    for (const [fileB, two] of (works[b]?.files ?? []).entries())
      for (const part of sharedParts(one.prints, two.prints, weight, LEAST_PART))
        parts.push({ ...part, fileA, fileB });
  return parts.sort((one, two) => two.weight - one.weight);
}

/** The parts of every two of a cohort that share something rare: only those are worth the time. */
export class PartsOfPairs {
  readonly #traced: TracedWorks;
  readonly #known = new Map<number, readonly PairPart[]>();

  constructor(traced: TracedWorks) {
    this.#traced = traced;
    for (const [a, b] of pairsWithSomethingRare(traced))
      this.#known.set(a * traced.cohort + b, partsOf(a, b, traced));
  }

  /** Empty where two share nothing rare. `a` comes before `b`. */
  of(a: number, b: number): readonly PairPart[] {
    return this.#known.get(a * this.#traced.cohort + b) ?? [];
  }

  *all(): Iterable<{ a: number; b: number; parts: readonly PairPart[] }> {
    const { cohort } = this.#traced;
    for (const [pair, parts] of this.#known) yield { a: Math.floor(pair / cohort), b: pair % cohort, parts };
  }
}

function pairsWithSomethingRare({
  works,
  cohort,
  standings,
  holders: count,
  weight,
}: TracedWorks): [number, number][] {
  const shared = new Map<number, number>();
  for (let work = 0; work < cohort; work += 1) {
    const own = new Set((works[work]?.files ?? []).flatMap(({ prints }) => [...prints]));
    for (const print of own) {
      if (print === 0 || count(print) < 2 || count(print) > MOST_HOLDERS) continue;
      const holders = new Set(standings(print).map((one) => one.work));
      const said = weight(print);
      for (const other of holders) {
        if (other <= work || other >= cohort) continue;
        const pair = work * cohort + other;
        shared.set(pair, (shared.get(pair) ?? 0) + said);
      }
    }
  }
  const pairs = [...shared].filter(([, mass]) => mass >= LEAST_PART);
  return pairs.map(([pair]) => [Math.floor(pair / cohort), pair % cohort]);
}
