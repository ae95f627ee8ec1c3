import type { Unit } from './course/course-file.ts';

/** How a unit stands for one learner, and what they would do to show it. */
export interface UnitForLearner {
  unit: Pick<Unit, 'id' | 'title' | 'projects' | 'enrichment'>;
  state: 'mastered' | 'open' | 'waiting';
  /** The project that they get: one that they have not mastered, where the unit has one. */
  project: { slug: string; title: string };
}
