import type { Reading } from './reading/token.ts';

/** What somebody handed in, read. */
export interface Submission {
  /** The name of its folder, or its number in the index. */
  id: string;
  files: readonly Reading[];
}

/** Whatever tells how much two submissions to a project say by what they share. */
export interface Cohort {
  submissions: readonly Submission[];
  /** What everybody was given. */
  starter: readonly Reading[];
  /** Submissions of earlier cohorts to the same project. */
  history: readonly Submission[];
  /** Submissions to other projects: what is ordinary elsewhere. */
  background: readonly Submission[];
  /** What many write in the same way without having it from each other. */
  idioms: readonly Reading[];
}
