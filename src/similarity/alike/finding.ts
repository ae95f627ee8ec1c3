import type { Place } from '../findings.ts';

/** Two works that are much alike, or several that share something rare. */
export type FindingKind = 'pair' | 'group';

/** Whose work has what a finding is about. Times are milliseconds since 1970. */
export interface Member {
  learnerId: number;
  /** Our number of the submission. */
  submissionId: number;
  places: readonly Place[];
  /** Since when it has stood in their work: in the first one that was looked at and had it. */
  since: number;
}

/** What works of a project have in common. */
export interface Finding {
  kind: FindingKind;
  project: string;
  /** From 0 to 1: of two, how much they are alike; of several, how sure. */
  score: number;
  /** From which score on it is shown, by the rubric; of two, all that is known of them together counts. */
  threshold: number;
  /** Fingerprints of what they share, by which it is known again. */
  marks: readonly number[];
  members: readonly Member[];
}

/** A finding that was kept. */
export interface KnownFinding extends Finding {
  id: number;
}
