import type { Learner, PullRequestRef, Submission } from '../domain/submission.ts';
import type { PastRecheck } from '../mastery/retention/next-recheck.ts';

/** Work that was mastered, and what became of it since. */
export interface MasteredWork {
  /** Our number of the submission. */
  submissionId: number;
  /** The commit with which the project was mastered first. */
  submission: Submission;
  /** Milliseconds since 1970. */
  masteredAt: number;
  past: readonly PastRecheck[];
}

/** The small change that stands for a bug, and where it is. */
export interface PlantedBug {
  file: string;
  line: number;
  before: string;
  after: string;
}

/** A re-check that was begun, and is yet to be made. */
export interface BegunRecheck extends Pick<MasteredWork, 'submission'> {
  id: number;
  step: number;
  begunAt: number;
  /** How often it was put off. */
  tries: number;
}

/** A re-check that the learner has. */
export interface OpenRecheck {
  id: number;
  step: number;
  learner: Learner;
  /** The project's slug. */
  project: string;
  offeredAt: number;
  /** The pull request with which the project was mastered: it is in the same repository. */
  home: PullRequestRef;
  /** Null where no pull request of it was seen. */
  pull: PullRequestRef | null;
  /** Its last commit, as far as is known. */
  headSha: string | null;
  /** The pull request is open on GitHub, as far as is known. */
  isOpen: boolean;
  /** Something of it is being marked, or said. */
  isMarking: boolean;
  /** A result of its last commit was told. */
  isHeadTold: boolean;
  /** Some commit of it was told to meet what the project asks for. */
  isMended: boolean;
  /** Our App could not see it for some of the time. */
  wasOutOfSight: boolean;
}

/** An attempt of a learner that was told: which criteria of its project it met. */
export interface ShownCriteria {
  at: number;
  project: string;
  criteria: readonly string[];
}

/** The re-checks of what was mastered. Times are the database's, in milliseconds since 1970. */
export interface RecheckStore {
  now(): Promise<number>;
  /** What was mastered in a stretch of time, both ends included, of each learner and project the first; in no order. */
  mastered(when: { from: number; to: number }): Promise<MasteredWork[]>;
  /** What a learner's attempts at other projects have shown since a time. */
  shownSince(learnerId: number, project: string, since: number): Promise<ShownCriteria[]>;
  /** Begins one, or finds the one that was begun and not finished; resolves to its number. */
  begin(submissionId: number, step: number): Promise<number>;
  /** Those that were begun and not finished, and are not put off: whoever made them died, or something failed. */
  unfinished(): Promise<BegunRecheck[]>;
  offered(id: number, bug: PlantedBug): Promise<void>;
  /** Those that learners have, and that are not put off. */
  open(): Promise<OpenRecheck[]>;
  /** GitHub's numbers of the learners who have one, or for whom one is being made. */
  busy(): Promise<number[]>;
  /** Those that came to nothing, and whose pull request is open on GitHub, as far as is known: they were out of our sight then. */
  leftOver(): Promise<(Pick<OpenRecheck, 'id'> & { pull: PullRequestRef })[]>;
  /** The pull request of one was closed; where that did not work, the next look at it says so. */
  cleared(id: number): Promise<void>;
  /**
   * Puts one off after a failure of ours: an hour, then twice as long each time, a day at most. `outOfSight`: our App cannot see it, which
   * is remembered.
   */
  postpone(id: number, why?: { outOfSight: true }): Promise<void>;
  /** Ends one. `why`: of one that is impossible, for the operator. */
  end(id: number, state: 'kept' | 'missed' | 'shown' | 'impossible' | 'void', why?: string): Promise<void>;
}
