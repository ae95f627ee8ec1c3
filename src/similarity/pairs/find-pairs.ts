import type { Fragment, Pair } from '../findings.ts';
import { CHANNELS } from '../fingerprints/channels.ts';
import type { Fingerprinted } from '../fingerprints/fingerprinted.ts';
import { massOf, numbersOf, type Rarity } from '../fingerprints/rarity.ts';
import type { PartsOfPairs } from '../parts/parts-of-pairs.ts';
import { placeOf } from '../parts/place.ts';
import type { TracedWorks } from '../parts/traced-works.ts';
import { type Evidence, logOdds, probability } from './odds.ts';
import { forEachPair } from './shared.ts';

/** Pairs that share so much are worth a look. */
const CUT = 0.5;
/** A pair below it shares nothing that anybody would ask about. */
const NOTHING = 1e-6;

interface Known {
  /** By channel. */
  rarities: readonly Rarity[];
  traced: TracedWorks;
  parts: PartsOfPairs;
}

/** Every two of a cohort who share something, the most alike first. */
export function findPairs(cohort: readonly Fingerprinted[], known: Known): { cut: number; pairs: Pair[] } {
  const { rarities, traced, parts } = known;
  const bags = CHANNELS.map((_, at) => cohort.flatMap(({ bags: own }) => own[at] ?? []));
  const masses = rarities.map((rarity, at) =>
    (bags[at] ?? []).map((bag) => massOf(rarity, numbersOf(rarity, bag), bag)),
  );
  const traces = cohort.map((_, work) => traceMass(traced, work));
  const evidence: Evidence[] = rarities.map(() => ({ shared: 0, a: 0, b: 0 }));
  const pairs: Pair[] = [];
  forEachPair(bags, rarities, (a, b, shared) => {
    for (const [at, one] of evidence.entries()) {
      one.shared = shared[at] ?? 0;
      one.a = masses[at]?.[a] ?? 0;
      one.b = masses[at]?.[b] ?? 0;
    }
    const own = parts.of(a, b);
    const part = { shared: own[0]?.weight ?? 0, a: traces[a] ?? 0, b: traces[b] ?? 0 };
    const score = probability(logOdds(evidence, part));
    if (score < NOTHING) return;
    const fragments = score < CUT ? none : fragmentsOf(a, b, { ...known, own });
    pairs.push({ a: cohort[a]?.id ?? '', b: cohort[b]?.id ?? '', score, fragments });
  });
  pairs.sort((one, two) => two.score - one.score);
  return { cut: CUT, pairs };
}

const none: readonly Fragment[] = [];

/** The weight of all that a work could share. */
function traceMass({ works, weights }: TracedWorks, work: number): number {
  let mass = 0;
  for (const { numbers } of works[work]?.files ?? [])
    for (const number of numbers) mass += weights[number] ?? 0;
  return mass;
}

function fragmentsOf(
  a: number,
  b: number,
  { traced, parts: all, own }: Known & { own: ReturnType<PartsOfPairs['of']> },
): Fragment[] {
  const parts = own.length > 0 ? own : all.between(a, b);
  const fragments = parts.flatMap((part): Fragment[] => {
    const one = traced.works[a]?.files[part.fileA];
    const two = traced.works[b]?.files[part.fileB];
    return one === undefined || two === undefined
      ? []
      : [{ a: placeOf(one, part.a), b: placeOf(two, part.b) }];
  });
  return fragments.sort((x, y) =>
    x.a.file < y.a.file ? -1 : x.a.file > y.a.file ? 1 : x.a.start - y.a.start,
  );
}
