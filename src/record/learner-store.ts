import type { DueProject } from '../domain/due.ts';
import type { Progress } from '../domain/progress.ts';

/** A learner as they were seen last. */
export interface KnownLearner {
  /** GitHub's number. */
  id: number;
  login: string;
}

/** What is kept of learners. */
export interface LearnerStore {
  /** Who has this login now, as far as was seen; capitals do not count. Null where nobody was seen by it. */
  byLogin(login: string): Promise<KnownLearner | null>;
  progress(id: number): Promise<Progress>;
  /** What they have mastered that is due to be looked at again. */
  due(id: number): Promise<DueProject[]>;
  /** The ids of the units that they may show out of turn. */
  challenged(id: number): Promise<string[]>;
}
