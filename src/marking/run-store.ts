import type { Problem, RunKind, RunOutcome, RunPhase } from '../domain/run.ts';
import type { Rubric } from '../domain/course/rubric.ts';
import type { LearnerHistory } from '../domain/history.ts';
import type { PeersSeen } from '../domain/peers.ts';
import type { DueProject } from '../domain/due.ts';
import type { Progress } from '../domain/progress.ts';
import type { Marking } from '../domain/results.ts';
import type { Signed } from '../domain/signed.ts';
import type { Submission } from '../domain/submission.ts';

/** What the holder of a lease has to do: mark, or only say what came of it. */
export type Task =
  | { what: 'mark' }
  | { what: 'publish'; outcome: RunOutcome; marking: Marking | null; problem: Problem | null };

/** A run, and the right to work on it. */
export interface TakenRun {
  id: number;
  /** The lease's token. */
  token: string;
  kind: RunKind;
  submission: Submission;
  task: Task;
  /** What the last finished attempt at this pull request came to, if it was of another commit. */
  previous: Marking | null;
  /** Which attempt of the learner at this project it is, counted from 1: the same commit is the same attempt. */
  attempt: number;
  /** What attempts at earlier submissions have left with the learner. */
  history: LearnerHistory;
  /** Everybody can see the repository, so that only a summary is said. */
  isPublic: boolean;
  /** What a person has said last on the pull request. */
  signed: Signed | null;
  /** The learner has asked for a person, and none has looked yet. */
  appealed: boolean;
  /** The ids of the units that the learner may show out of turn. */
  challenged: readonly string[];
  /** Which re-check of what was mastered it is, counted from 0; null where it is an attempt or practice. */
  recheckStep: number | null;
  /** What the learner has mastered in other projects that is due to be looked at again. */
  due: readonly DueProject[];
  /** What peers do and have said on the pull request. */
  peers: PeersSeen | null;
  /** What the learner's attempts at other commits came to. */
  progress: Progress;
}

/** A run that waits, and what can be said about how long. */
export interface WaitingRun {
  id: number;
  kind: RunKind;
  submission: Submission;
  tries: number;
  /** Counted from 1: the next one to be marked. */
  place: number;
  running: number;
  /** What marking took for the last runs, from begin to outcome, in the middle; null while none has ended. */
  typicalMs: number | null;
}

/** The records of the runs. Whoever holds the lease's token may change one; every method says whether it could. */
export interface RunStore {
  /** Takes the lease, if the run is there to be taken (`nextRunState`). The token must be new. */
  take(id: number, token: string): Promise<TakenRun | null>;
  renew(id: number, token: string): Promise<boolean>;
  /** Keeps the rubric that a marking was made with, under its id (`MadeWith.rubric`). */
  keepRubric(id: string, project: string, rubric: Rubric): Promise<void>;
  /** Stores the marking before anybody is told of it: from now on it has only to be published. */
  marked(id: number, token: string, marking: Marking): Promise<boolean>;
  refused(id: number, token: string, problem: Problem): Promise<boolean>;
  /**
   * Our failure. Resolves to the phase and the tries after it: `queued` (it is tried again; the lease is gone), `publishing` (it was
   * the last try and that has to be said; the lease is kept), or null where the lease was lost.
   *
   * @param notBefore milliseconds since 1970, where nothing can work earlier; it then costs no try
   */
  failed(
    id: number,
    token: string,
    problem: Problem,
    notBefore: number | null,
  ): Promise<{ phase: RunPhase; tries: number } | null>;
  released(id: number, token: string): Promise<boolean>;
  published(id: number, token: string): Promise<boolean>;
  /** The outcome could not be said. Resolves to the phase after it: `publishing` (later) or `given-up`. */
  unpublished(id: number, token: string, notBefore: number | null): Promise<RunPhase | null>;
  unreachable(id: number, token: string): Promise<boolean>;
  /** Ends the run because the pull request has moved on. */
  supersede(id: number): Promise<boolean>;
  /** Null unless the run waits and has never been taken. */
  waiting(id: number): Promise<WaitingRun | null>;
  announced(id: number): Promise<void>;
}
