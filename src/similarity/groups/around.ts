import type { Stretch } from '../parts/shared-parts.ts';
import type { Seed } from './seeds.ts';
import type { TracedWorks } from '../parts/traced-works.ts';

/** Where a work comes nearest to having a part, and how much of the part's weight is there. */
export interface Near extends Stretch {
  work: number;
  file: number;
  /** From 0 to 1. */
  share: number;
}

/** Somebody else's variant may be this many times as long, */
const LONGER = 1.5;
/** and so many tokens besides. */
const SLACK = 16;

/** A submission has fewer. */
const MOST_FILES = 1e6;

/** What says less is how many write: to look where it stands takes the most time of all. */
const ORDINARY = 0.05;

interface Hit {
  at: number;
  /** Which of the part's fingerprints. */
  print: number;
  weight: number;
}

/** A part, and who comes near to having it. */
export interface Surroundings {
  /** How many works have each of its fingerprints, its own one among them. */
  holders: Uint32Array;
  /** Which of its fingerprints a work has. */
  had: ReadonlyMap<number, readonly number[]>;
  /** How near every other work comes to having it, in the order of the works. */
  near: Near[];
}

export function around(seed: Seed, traced: TracedWorks): Surroundings {
  const { standings, weights } = traced;
  const within = traced.works[seed.work]?.files[seed.file]?.numbers.subarray(seed.from, seed.to + 1);
  const different = [...new Set(within)].filter((print) => (weights[print] ?? 0) >= ORDINARY);
  const hits = new Map<number, { work: number; file: number; hits: Hit[] }>();
  const holders = new Uint32Array(different.length);
  const had = new Map<number, number[]>();
  let own = 0;
  for (const [number, print] of different.entries()) {
    const weight = weights[print] ?? 0;
    own += weight;
    let last = -1;
    for (let place = standings.starts[print] ?? 0; place < (standings.starts[print + 1] ?? 0); place += 1) {
      const work = standings.work[place] ?? 0;
      // One work after the other.
      if (work !== last) {
        last = work;
        holders[number] = (holders[number] ?? 0) + 1;
        const known = had.get(work);
        if (known === undefined) had.set(work, [number]);
        else known.push(number);
      }
      if (work === seed.work) continue;
      const file = standings.file[place] ?? 0;
      const hit = { at: standings.at[place] ?? 0, print, weight };
      const key = work * MOST_FILES + file;
      const there = hits.get(key);
      if (there === undefined) hits.set(key, { work, file, hits: [hit] });
      else there.hits.push(hit);
    }
  }
  const width = (seed.to - seed.from + 1) * LONGER + SLACK;
  const nearest = new Map<number, Near>();
  for (const { work, file, hits: found } of hits.values()) {
    const best = densest(found, width);
    const share = own === 0 ? 0 : best.weight / own;
    if (share > (nearest.get(work)?.share ?? 0))
      nearest.set(work, { work, file, share, ...trimmed(found, best) });
  }
  return { holders, had, near: [...nearest.values()].sort((a, b) => a.work - b.work) };
}

/** The stretch of at most `width` tokens in which most of the part stands; what is repeated counts once. */
function densest(hits: Hit[], width: number): Stretch & { weight: number } {
  hits.sort((a, b) => a.at - b.at);
  const inside = new Map<number, number>();
  let best = { from: 0, to: 0, weight: 0 };
  let weight = 0;
  let first = 0;
  for (const hit of hits) {
    const times = inside.get(hit.print) ?? 0;
    inside.set(hit.print, times + 1);
    if (times === 0) weight += hit.weight;
    for (let oldest = hits[first]; oldest !== undefined && hit.at - oldest.at > width; oldest = hits[first]) {
      first += 1;
      const left = (inside.get(oldest.print) ?? 1) - 1;
      inside.set(oldest.print, left);
      if (left === 0) weight -= oldest.weight;
    }
    if (weight > best.weight) best = { from: hits[first]?.at ?? hit.at, to: hit.at, weight };
  }
  return best;
}

/** A stray match so many tokens from the next one does not begin or end a stretch, */
const STRAY = 8;
/** unless it, and those beside it, are so much of the whole. */
const MUCH = 0.15;

function trimmed(hits: readonly Hit[], { from, to, weight }: Stretch & { weight: number }): Stretch {
  const runs: (Stretch & { weight: number })[] = [];
  for (const hit of hits) {
    if (hit.at < from || hit.at > to) continue;
    const run = runs.at(-1);
    if (run !== undefined && hit.at - run.to <= STRAY) {
      run.to = hit.at;
      run.weight += hit.weight;
    } else runs.push({ from: hit.at, to: hit.at, weight: hit.weight });
  }
  const heavy = runs.filter((run) => run.weight >= weight * MUCH);
  return { from: heavy[0]?.from ?? from, to: heavy.at(-1)?.to ?? to };
}
