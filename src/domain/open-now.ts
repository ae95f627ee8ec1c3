import type { Unit } from './course/course-file.ts';

/** Something that is open to a learner now. */
export interface Offer {
  /** `parallel`: another project of the unit that they are at, which shows the same skills in another story. */
  kind: 'parallel' | 'unit' | 'enrichment';
  unit: Pick<Unit, 'id' | 'title' | 'effortHours'>;
  /** The project of the unit that they get: its slug, and its title. */
  project: { slug: string; title: string };
}

/** Why offers are made: it is mastered, it waits for a person, or it has been missed again. */
export type Occasion = 'mastered' | 'waiting' | 'missed';

/** What a learner is told that they can do besides the work at hand, or after it. */
export interface OpenNow {
  occasion: Occasion;
  /** At most three; none where everything else waits for the work at hand. */
  offers: readonly Offer[];
}

/** A mastered project that is due to be looked at again. */
export interface DueNow {
  title: string;
  /** `owner/name#number` of the pull request in which a bug waits to be found; null where there is none now. */
  waits: string | null;
  /** Another bug comes by itself. */
  comesAgain: boolean;
}
