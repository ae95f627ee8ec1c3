import type { Cohort } from './cohort.ts';
import type { Findings } from './findings.ts';
import { CHANNELS, SHAPE } from './fingerprints/channels.ts';
import { fingerprint } from './fingerprints/fingerprinted.ts';
import { givenBy } from './fingerprints/given.ts';
import { type Rarity, rarityAmong } from './fingerprints/rarity.ts';
import { findGroups } from './groups/find-groups.ts';
import { PartsOfPairs } from './parts/parts-of-pairs.ts';
import { traceWorks } from './parts/traced-works.ts';
import { traitsOf } from './groups/traits/traits.ts';
import { findPairs } from './pairs/find-pairs.ts';

/**
 * Compares the submissions of a cohort: what two of them share, and what a few do, weighed by how few have it. Deterministic; nothing but what is
 * given counts, in whatever order it is given.
 */
export function compare({ submissions, starter, history, background, idioms }: Cohort): Findings {
  const cache = new Map<string, number>();
  const given = givenBy(starter, cache);
  const ordered = [...submissions].sort((a, b) => (a.id < b.id ? -1 : 1));
  const cohort = ordered.map((one) => fingerprint(one, given, cache));
  const elsewhere = [...history, ...background].map((one) => fingerprint(one, given, cache));
  const all = [...cohort, ...elsewhere];
  const rarities = CHANNELS.map((_, at): Rarity => rarityAmong(all.map(({ bags }) => bags[at] ?? nothing)));
  const rarity = rarities[CHANNELS.indexOf(SHAPE)];
  if (rarity === undefined) throw new RangeError('no channel');
  const known = fingerprint({ id: 'idioms', files: idioms }, given, cache);
  const traced = traceWorks({ cohort, elsewhere, idioms: known }, { given, rarity });
  const parts = new PartsOfPairs(traced);
  const names = traitsOf({ files: starter }, new Map());
  const traits = [...ordered, ...history, ...background].map((one) => traitsOf(one, names));
  return { ...findPairs(cohort, { rarities, traced, parts }), groups: findGroups(traced, parts, traits) };
}

const nothing = { prints: new Uint32Array(), counts: new Uint16Array() };
