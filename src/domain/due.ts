import type { PullRequestRef } from './submission.ts';

/** A mastered project whose last look, some weeks later, was missed. It is mastered all the same. */
export interface DueProject {
  /** Its slug. */
  project: string;
  /** When the last look was missed; ms since 1970. */
  since: number;
  /** How many looks in a row were missed. */
  misses: number;
  /** The pull request in which a bug waits for the learner; null where there is none now. */
  waits: Pick<PullRequestRef, 'owner' | 'repo' | 'number'> | null;
}
