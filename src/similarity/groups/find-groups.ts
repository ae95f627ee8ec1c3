import type { Group } from '../findings.ts';
import type { PartsOfPairs } from '../parts/parts-of-pairs.ts';
import type { TracedWorks } from '../parts/traced-works.ts';
import { candidateAround, weightsAmong } from './candidate.ts';
import { chooseGroups } from './choose.ts';
import { partGroup, traitGroup } from './group.ts';
import { seedsOf } from './seeds.ts';
import { traitCandidates } from './traits/find-traits.ts';
import type { Traits } from './traits/traits.ts';

/**
 * Something rare that a few of a cohort share, the most surprising first: a part of their code, or names and files wherever these stand.
 * @param traits of all works, in their order
 */
export function findGroups(traced: TracedWorks, pairs: PartsOfPairs, traits: readonly Traits[]): Group[] {
  const weights = weightsAmong(traced);
  const parts = seedsOf(pairs).map((seed) => candidateAround(seed, traced, weights));
  const structures = traitCandidates(traits, traced.cohort);
  const candidates = [...parts.filter((one) => one !== null), ...structures];
  return chooseGroups(candidates).map((one) =>
    'traits' in one ? traitGroup(one, traced, traits) : partGroup(one, traced),
  );
}
