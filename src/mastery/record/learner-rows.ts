import type { DecisionName } from '../../domain/course/decision.ts';
import type { Rubric } from '../../domain/course/rubric.ts';
import type { Marking } from '../../domain/results.ts';

import type { RecheckState } from '../retention/next-recheck.ts';

// What is kept of a learner, as a record is made from it. Times are milliseconds since 1970.

/** A commit of theirs, as far as it was handed in. */
interface About {
  /** The project's slug. */
  project: string;
  commit: string;
}

/** One time that a learner was told what an attempt came to, or that it was found mastered where there was no place to tell it. */
export interface ToldMarking extends About {
  /** `owner/name#number`. */
  pullRequest: string;
  /** Our number of the run that told it; null while it is being told. */
  run: number | null;
  at: number;
  marking: Marking;
}

/** What a person has said of a commit, as the last word. */
export interface GivenVerdict extends About {
  says: 'mastered' | 'not-yet';
  why: string | null;
  /** What the machine had found. */
  found: DecisionName;
  at: number;
}

/** Time that staff have spent with them. */
export interface GivenSession {
  project: string;
  minutes: number;
  about: string;
  criterion: string | null;
  at: number;
}

/** A review of theirs, or of their work. */
export interface GivenReview extends About {
  as: 'peer' | 'staff';
  says: 'approved' | 'changes-requested' | 'commented';
  at: number;
}

/** A look, some weeks later, at what was mastered. */
export interface RecheckRow {
  project: string;
  state: RecheckState;
  at: number;
}

/** Everything that a learner's record is made from, each the oldest first. */
export interface LearnerRows {
  told: readonly ToldMarking[];
  verdicts: readonly GivenVerdict[];
  sessions: readonly GivenSession[];
  /** Of their work. */
  reviews: readonly GivenReview[];
  /** Those that they were told of, or that a later project has answered. */
  rechecks: readonly RecheckRow[];
  /** That they have given to others, as peers. */
  reviewsGiven: readonly { project: string; at: number }[];
  /** The rubrics that the markings were made with, by their id. */
  rubrics: ReadonlyMap<string, Rubric>;
}
