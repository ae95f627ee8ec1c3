import { type Share, shareOf } from '../agreement/wilson.ts';
import type { SignedWork } from './signed-work.ts';

/** How far members of staff agree where two have looked at the same work without seeing what the other said. */
export interface Teachers {
  share: Share;
  /**
   * What of it is more than chance: 1 is all, 0 is none (J. Cohen, 'A coefficient of agreement for nominal scales', Educational and
   * Psychological Measurement 20, 1960). Null where everybody always said the same, or nobody anything: then it is not defined.
   */
  kappa: number | null;
}

/** How far teachers agree with each other, on all projects together. */
export function teachersAgree(work: readonly SignedWork[]): Teachers {
  const twice = work.flatMap(({ says, second }) => (second === null ? [] : [{ first: says, second }]));
  const share = shareOf(twice.filter(({ first, second }) => first === second).length, twice.length);
  const of = twice.length;
  const [first, second] = [
    twice.filter((each) => each.first === 'mastered').length / of,
    twice.filter((each) => each.second === 'mastered').length / of,
  ];
  const byChance = first * second + (1 - first) * (1 - second);
  return {
    share,
    kappa: of === 0 || byChance === 1 ? null : (share.count / of - byChance) / (1 - byChance),
  };
}
