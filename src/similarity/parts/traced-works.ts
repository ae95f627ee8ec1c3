import type { Fingerprinted } from '../fingerprints/fingerprinted.ts';
import type { Given } from '../fingerprints/given.ts';
import { numberOf, type Rarity } from '../fingerprints/rarity.ts';
import { Standings } from './standings.ts';
import { trace, type Traced } from './traced.ts';

/** A file whose fingerprints go by number: 0 is none, or one that only the idioms have. */
export interface TracedFile extends Omit<Traced, 'prints'> {
  /** By where they begin. */
  numbers: Uint32Array;
  /** Where those stand that others may have, too, in order; */
  places: Uint32Array;
  /** and which they are. */
  links: Uint32Array;
}

/** Works whose fingerprints can be looked up. The first of them are the cohort's. */
export interface TracedWorks {
  works: readonly { id: string; files: readonly TracedFile[] }[];
  /** How many of the works are the cohort's; the others are from elsewhere. */
  cohort: number;
  /** Which of the works is no work at all: what everybody knows. The last one. */
  idioms: number;
  standings: Standings;
  /** By number: in how many works a fingerprint is. */
  holders: Uint32Array;
  /** By number: from 0 (all have it) to 1 (nobody but two). */
  weights: Float64Array;
}

export function traceWorks(
  of: { cohort: readonly Fingerprinted[]; elsewhere: readonly Fingerprinted[]; idioms: Fingerprinted },
  { given, rarity }: { given: Given; rarity: Rarity },
): TracedWorks {
  const numbers = new Uint32Array(rarity.prints.length);
  const from: number[] = [];
  const numbered = [...of.cohort, ...of.elsewhere, of.idioms].map(({ id, files }) => ({
    id,
    files: files.map((file) => {
      const { prints, ...traced } = trace(file, given);
      for (let at = 0; at < prints.length; at += 1) {
        const place = prints[at] === 0 ? -1 : numberOf(rarity, prints[at] ?? 0);
        if (place !== -1 && numbers[place] === 0) numbers[place] = from.push(place);
        prints[at] = place === -1 ? 0 : (numbers[place] ?? 0);
      }
      return { ...traced, numbers: prints };
    }),
  }));
  const holders = new Uint32Array(from.length + 1);
  const weights = new Float64Array(from.length + 1);
  for (const [at, place] of from.entries()) {
    holders[at + 1] = rarity.holders[place] ?? 0;
    weights[at + 1] = rarity.weights[place] ?? 0;
  }
  const works = numbered.map(({ id, files }) => ({
    id,
    files: files.map((file) => ({ ...file, ...linksOf(file.numbers, holders, weights) })),
  }));
  return {
    works,
    cohort: of.cohort.length,
    idioms: works.length - 1,
    standings: new Standings(works, weights.length),
    holders,
    weights,
  };
}

/** Fingerprints that nobody else has, or everybody, lead nowhere. */
function linksOf(
  numbers: Uint32Array,
  holders: Uint32Array,
  weights: Float64Array,
): Pick<TracedFile, 'places' | 'links'> {
  const leads = (number: number): boolean => (holders[number] ?? 0) > 1 && (weights[number] ?? 0) > 0;
  const links = numbers.filter((number) => leads(number));
  const places = new Uint32Array(links.length);
  let last = 0;
  for (let at = 0; at < numbers.length; at += 1) if (leads(numbers[at] ?? 0)) places[last++] = at;
  return { places, links };
}
