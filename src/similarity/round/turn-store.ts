import type { Submission } from '../../domain/submission.ts';

/**
 * `kept`: its files are there, and its learner was not told yet what came of it. `left-out`: it could not be looked at, and is not tried any
 * more.
 */
export type TurnState = 'kept' | 'waiting' | 'done' | 'left-out';

/** A submission whose turn it is, and the right to look at it. */
export interface Turn {
  /** Our number of the submission. */
  submissionId: number;
  submission: Submission;
  /** Milliseconds since 1970. */
  handedInAt: number;
  /** What marking has read of it, as `kept-files.ts` packs it; null where that was not kept. */
  files: string | null;
  /** The lease's token. */
  token: string;
}

/** Which submissions are to be compared, one after the other, in the order in which their learners were told what came of them. */
export interface TurnStore {
  /** Keeps what marking has read of a submission until its turn is over. */
  keep(submission: Submission, files: string): Promise<void>;
  /**
   * Notes the attempts at some projects whose learners were told, and that were not noted yet. Resolves to how many. What was kept of
   * others some days ago is dropped.
   */
  note(projects: readonly string[]): Promise<number>;
  /** Whether work of learners waits to be marked. */
  isMarkingBehind(): Promise<boolean>;
  /** The next one, for so long; null where there is none. */
  take(token: string, leaseMs: number): Promise<Turn | null>;
  done(turn: Turn): Promise<void>;
  /** It could not be looked at. `again`: it is tried again later, unless that was done often enough. */
  failed(turn: Turn, again: boolean): Promise<void>;
  /** Hands one back unharmed. */
  released(turn: Turn): Promise<void>;
}
