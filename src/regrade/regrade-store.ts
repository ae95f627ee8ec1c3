import type { LearnerHistory } from '../domain/history.ts';
import type { Marking } from '../domain/results.ts';
import type { Submission } from '../domain/submission.ts';

/** The commit of a pull request that was assessed last, and how that was done. */
export interface Assessed {
  /** The run whose marking counts now. */
  runId: number;
  submission: Submission;
  /** Null where it cannot be read any more. */
  marking: Marking | null;
  /** Which attempt of the learner at this project it is, counted from 1. */
  attempt: number;
  /** What attempts at earlier submissions had left with the learner. */
  history: LearnerHistory;
}

/**
 * What became of a marking that was made anew. `publish`: it has only to be said, by whoever takes the run. `recorded`: it counts, and
 * there is no place to say it (closed, or another commit is the head). `busy`: the commit is being marked or its result said
 * at this moment. `moved-on`: another marking counts by now, so this one was not stored.
 */
export type Stored = { how: 'publish' | 'recorded'; run: number } | { how: 'busy' | 'moved-on' };

/** The records, as a regrade needs them. */
export interface RegradeStore {
  /** Of each pull request of a project, the run whose marking counts: that of the last commit that was assessed as an attempt. */
  assessed(project: string): Promise<number[]>;
  /** Null where there is no such run any more. */
  find(runId: number): Promise<Assessed | null>;
  /** Stores what the submission of a run comes to now, in place of what that run came to. */
  replace(runId: number, marking: Marking): Promise<Stored>;
  /** Notes for staff that a run's mastery stands although the submission would now come to `marking`. */
  keepMastery(runId: number, marking: Marking): Promise<void>;
  /** Takes that note back: the submission comes to mastery again. */
  agree(runId: number): Promise<void>;
  /** Whether a run's outcome stands on GitHub. */
  isSaid(runId: number): Promise<boolean>;
}
