import type { LearnerRows } from '../mastery/record/learner-rows.ts';

/** What a learner's mastery record is made from. */
export interface RecordStore {
  /** @param id GitHub's number of the learner */
  rowsOf(id: number): Promise<LearnerRows>;
}
