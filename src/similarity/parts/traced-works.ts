import type { Fingerprinted } from '../fingerprints/fingerprinted.ts';
import type { Given } from '../fingerprints/given.ts';
import { numberOf, type Rarity } from '../fingerprints/rarity.ts';
import { trace, type Traced } from './traced.ts';

/** Where a fingerprint stands. */
export interface Standing {
  work: number;
  file: number;
  at: number;
}

/** Works whose fingerprints can be looked up. The first of them are the cohort's. */
export interface TracedWorks {
  works: readonly { id: string; files: readonly Traced[] }[];
  /** How many of the works are the cohort's; the others are from elsewhere. */
  cohort: number;
  /** Which of the works is no work at all: what everybody knows. The last one. */
  idioms: number;
  standings: (print: number) => readonly Standing[];
  /** In how many works a fingerprint is. */
  holders: (print: number) => number;
  /** From 0 (all have it) to 1 (nobody but two). */
  weight: (print: number) => number;
}

export function traceWorks(
  of: { cohort: readonly Fingerprinted[]; elsewhere: readonly Fingerprinted[]; idioms: Fingerprinted },
  { given, rarity }: { given: Given; rarity: Rarity },
): TracedWorks {
  const works = [...of.cohort, ...of.elsewhere, of.idioms].map(({ id, files }) => ({
    id,
    files: files.map((file) => trace(file, given)),
  }));
  const known = new Map<number, Known>();
  for (const [work, { files }] of works.entries())
    for (const [file, { prints }] of files.entries())
      for (const [at, print] of prints.entries()) {
        if (print === 0) continue;
        let one = known.get(print);
        if (one === undefined) {
          const number = numberOf(rarity, print);
          one = { standings: [], holders: rarity.holders[number] ?? 0, weight: rarity.weights[number] ?? 0 };
          known.set(print, one);
        }
        one.standings.push({ work, file, at });
      }
  return {
    works,
    cohort: of.cohort.length,
    idioms: works.length - 1,
    standings: (print) => known.get(print)?.standings ?? [],
    holders: (print) => known.get(print)?.holders ?? 0,
    weight: (print) => known.get(print)?.weight ?? 0,
  };
}

interface Known {
  standings: Standing[];
  holders: number;
  weight: number;
}
