import type { Group } from '../findings.ts';
import { placeOf } from '../parts/place.ts';
import type { TracedWorks } from '../parts/traced-works.ts';
import type { Candidate, PartCandidate } from './candidate.ts';
import { TELLING } from './choose.ts';
import type { TraitCandidate } from './traits/around-traits.ts';
import type { Traits } from './traits/traits.ts';

/** A surprise that is told and no more: as sure as not. */
const EVEN = TELLING;
/** So many names tell what a finding is about. */
const NAMED = 4;

export function partGroup(candidate: PartCandidate, traced: TracedWorks): Group {
  const places = candidate.places.flatMap(({ work, file, from, to }) => {
    const there = traced.works[work]?.files[file];
    return there === undefined ? [] : [{ member: idOf(work, traced), ...placeOf(there, { from, to }) }];
  });
  const lines = Math.max(...places.map(({ start, end }) => end - start + 1));
  const long = lines === 1 ? 'one line' : `about ${String(lines)} lines`;
  return groupOf(candidate, traced, places, `share a part of ${long} that nobody else has in this form`);
}

export function traitGroup(candidate: TraitCandidate, traced: TracedWorks, traits: readonly Traits[]): Group {
  const named = candidate.traits.slice(0, NAMED);
  const places = candidate.members.flatMap((work) =>
    named.flatMap((trait) => {
      const place = traits[work]?.get(trait);
      return place === undefined ? [] : [{ member: idOf(work, traced), ...place }];
    }),
  );
  const rest = candidate.traits.length - named.length;
  const more = rest === 0 ? '' : ` and ${String(rest)} more`;
  return groupOf(candidate, traced, places, `have names that few others have: ${named.join(', ')}${more}`);
}

function groupOf(
  { members, surprise, next }: Candidate,
  traced: TracedWorks,
  places: Group['places'],
  what: string,
): Group {
  return {
    members: members.map((work) => idOf(work, traced)),
    score: surprise / (surprise + EVEN),
    rarity: 1 - next,
    summary: `${String(members.length)} of ${String(traced.cohort)} ${what}`,
    places,
  };
}

const idOf = (work: number, { works }: TracedWorks): string => works[work]?.id ?? '';
