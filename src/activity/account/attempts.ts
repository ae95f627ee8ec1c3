import type { Assessed, AssessedCriterion } from '../events.ts';

/** What a learner's attempts at one project have come to. */
export interface Attempts {
  count: number;
  /** Criteria that were met at least once. */
  met: ReadonlySet<string>;
  /** When each attempt since the last gain was assessed, the earliest first; ms since 1970. The one that brought the gain is not among them. */
  withoutGain: readonly number[];
  /** The most attempts that there ever were without a gain between them. */
  longest: number;
  /** In how many attempts in a row each failure of the last one was, from the last gain on, and since when; ms since 1970. */
  failures: ReadonlyMap<string, { times: number; since: number }>;
}

export const NO_ATTEMPTS: Attempts = {
  count: 0,
  met: new Set(),
  withoutGain: [],
  longest: 0,
  failures: new Map(),
};

/**
 * Adds an attempt. A gain is an essential criterion that was never met before; once none of them is left, any
 * criterion is.
 */
export function withAttempt(before: Attempts, { at, decision, criteria, failures }: Assessed): Attempts {
  const gain = decision !== 'not-yet' || hasGain(before.met, criteria);
  const withoutGain = gain ? [] : [...before.withoutGain, at];
  const met = criteria.filter((each) => each.met && !before.met.has(each.id));
  return {
    count: before.count + 1,
    met: met.length === 0 ? before.met : new Set([...before.met, ...met.map(({ id }) => id)]),
    withoutGain,
    longest: Math.max(before.longest, withoutGain.length),
    failures: new Map(
      // What is still failing while other things succeed is left for later, and is not what they are stuck at.
      failures.map((each) => {
        const row = gain ? undefined : before.failures.get(each);
        return [each, { times: (row?.times ?? 0) + 1, since: row?.since ?? at }];
      }),
    ),
  };
}

/** After staff have looked at it with the learner: what was before says nothing of what they do with it. */
export const fromHereOn = (attempts: Attempts): Attempts => ({
  ...attempts,
  withoutGain: [],
  failures: new Map(),
});

function hasGain(met: ReadonlySet<string>, criteria: readonly AssessedCriterion[]): boolean {
  const isNew = (each: AssessedCriterion) => each.met && !met.has(each.id);
  const openEssential = criteria.some(({ essential, id }) => essential && !met.has(id));
  return criteria.some((each) => isNew(each) && (each.essential || !openEssential));
}
