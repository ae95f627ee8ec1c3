import type { Learner, PullRequestRef } from './submission.ts';

/** Why work waits for a member of staff. */
export type WaitsFor =
  /** A person has the last word on it, and nobody has said anything yet. */
  | 'sign-off'
  /** Every corrective of a criterion was given, and it is still missed. */
  | 'help';

/** Work that waits for a member of staff. */
export interface WaitingWork {
  pull: PullRequestRef;
  learner: Learner;
  project: string;
  headSha: string;
  waitsFor: WaitsFor;
  /** Since when, ms since 1970: when the learner was told. */
  since: number;
  /** How often the learner has missed the project so far. */
  misses: number;
}
