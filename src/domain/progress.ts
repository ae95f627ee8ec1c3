import type { DecisionName } from './course/decision.ts';

/** What one attempt of a learner at a project came to. */
export interface AttemptOutcome {
  /** The project's slug. */
  project: string;
  decision: DecisionName;
  /** One of its next steps was to ask a member of staff. */
  callsStaff: boolean;
}

/** A learner's attempts in the whole course, the oldest first; of a commit that was marked twice, the last word. */
export type Progress = readonly AttemptOutcome[];
