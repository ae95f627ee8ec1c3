import type { Learner, PullRequestRef } from './submission.ts';

/** Why work waits for a member of staff. */
export type WaitsFor =
  /** A person has the last word on it, and nobody has said anything yet. */
  | 'sign-off'
  /** Every corrective of a criterion was given, and it is still missed. */
  | 'help'
  /** The learner asks for a person to look at what was said. */
  | 'appeal'
  /** It was mastered, a look some weeks later was missed, and nothing is under way: a talk may help. */
  | 'due';

/** Work that waits for a member of staff. */
export interface WaitingWork {
  pull: PullRequestRef;
  learner: Learner;
  project: string;
  headSha: string;
  waitsFor: WaitsFor;
  /** Since when, ms since 1970: when the learner was told. */
  since: number;
  /** In the words of the learner who asks for a person. */
  appeal: string | null;
  /** Who looks at it, and since when (ms since 1970). */
  claim: { id: number; login: string; at: number } | null;
  /** Not to be seen before `until`, by what was said `at` (both ms since 1970). */
  snooze: { login: string; why: string; until: number; at: number } | null;
  /** Peers who were asked for a first look: how many have yet to give it, until when (ms since 1970), and how many have said something. */
  peers: { looking: number; until: number | null; said: number };
  /** How often the learner has missed the project so far; of what is due: how many looks were missed. */
  misses: number;
}
