import type { DecisionName } from '../domain/course/decision.ts';
import type { StageId } from '../domain/course/stage.ts';
import type { Marking } from '../domain/results.ts';

/** A criterion, as a table shows it. */
export interface NamedCriterion {
  stage: StageId;
  id: string;
  title: string;
}

/** What differs between two markings of the same submission. */
export interface Difference {
  then: DecisionName | null;
  now: DecisionName | null;
  /** Criteria that were missed and are not any more: they are met, or no longer asked for. */
  noLongerMissed: NamedCriterion[];
  /** Criteria that were not missed, or not asked for, and are missed now. */
  newlyMissed: NamedCriterion[];
}

/**
 * What a regrade does about a submission. `same`: there is no news for its learner. `changes`: another decision, or the same one for
 * other reasons. `keeps-mastery`: mastery was given, and would not be now; once given it is never taken away.
 */
export type Effect = 'same' | 'changes' | 'keeps-mastery';

/** What there was to be said then against what there is now. A criterion that is new and met is no news to anybody. */
export function compareMarkings(then: Marking, now: Marking): Difference {
  const before = missedIn(then);
  const after = missedIn(now);
  const without = (those: Map<string, NamedCriterion>, others: Map<string, NamedCriterion>) =>
    [...those].flatMap(([key, criterion]) => (others.has(key) ? [] : [criterion]));
  return {
    then: then.decision,
    now: now.decision,
    noLongerMissed: without(before, after),
    newlyMissed: without(after, before),
  };
}

export function effectOf({ then, now, noLongerMissed, newlyMissed }: Difference): Effect {
  if (then === 'mastered' && now !== 'mastered') return 'keeps-mastery';
  return then === now && noLongerMissed.length === 0 && newlyMissed.length === 0 ? 'same' : 'changes';
}

function missedIn({ stages }: Marking): Map<string, NamedCriterion> {
  return new Map(
    stages.flatMap(({ id: stage, criteria }) =>
      criteria.flatMap(({ id, title, met }) =>
        met ? [] : [[`${stage}/${id}`, { stage, id, title }] as const],
      ),
    ),
  );
}
