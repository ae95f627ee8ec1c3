import type { Group } from '../findings.ts';
import type { PartsOfPairs } from '../parts/parts-of-pairs.ts';
import { placeOf } from '../parts/place.ts';
import { type Candidate, candidateAround } from './candidate.ts';
import { chooseGroups } from './choose.ts';
import { seedsOf } from './seeds.ts';
import type { TracedWorks } from '../parts/traced-works.ts';

/** Something rare that a few of a cohort share, the most surprising first. */
export function findGroups(traced: TracedWorks, pairs: PartsOfPairs): Group[] {
  const candidates = seedsOf(pairs).map((seed) => candidateAround(seed, traced));
  return chooseGroups(candidates.filter((candidate) => candidate !== null)).map((one) =>
    groupOf(one, traced),
  );
}

/** A surprise of which it is as likely as not that somebody passed it on. */
const EVEN = 40;

function groupOf({ members, surprise, next }: Candidate, { works, cohort }: TracedWorks): Group {
  const places = members.flatMap(({ work, file, from, to }) => {
    const traced = works[work]?.files[file];
    const member = works[work]?.id ?? '';
    return traced === undefined ? [] : [{ member, ...placeOf(traced, { from, to }) }];
  });
  const lines = Math.max(...places.map(({ start, end }) => end - start + 1));
  const long = lines === 1 ? 'one line' : `about ${String(lines)} lines`;
  const summary = `${String(members.length)} of ${String(cohort)} share a part of ${long} that nobody else has in this form`;
  return {
    members: places.map(({ member }) => member),
    score: surprise / (surprise + EVEN),
    rarity: 1 - next,
    summary,
    places,
  };
}
