/** The newest work of a learner on a project, as the index takes it. Times are milliseconds since 1970. */
export interface Work {
  /** Our number of the submission. */
  submissionId: number;
  project: string;
  learnerId: number;
  /** The id of the learner's cohort; null where they are in none. */
  cohort: string | null;
  /** When it was handed in. */
  handedInAt: number;
  /** What was read of it, with how old each line is, as `stored-reading.ts` writes it. */
  reading: string;
  /** See `sketch.ts`. */
  sketch: readonly number[];
}

/** A work as the index holds it. */
export interface KnownWork extends Omit<Work, 'sketch'> {
  /** The index's own number of it: the same for all works of one learner on one project. */
  id: number;
}

/** A work that shares something with another one. */
export interface Neighbour {
  id: number;
  /** How many entries of the sketch it shares. */
  shared: number;
  /** What they say: an entry that few have says more. */
  weight: number;
}

/**
 * The works of all cohorts, of each learner and project the newest one. Adding one, and asking for its neighbours, takes about as long
 * among a hundred thousand as among a thousand.
 */
export interface WorkStore {
  /** Puts a work in, in place of an older one of the same learner and project. One that is older than what is there changes nothing. Resolves to its number. */
  add(work: Work): Promise<number>;
  of(project: string, learnerId: number): Promise<KnownWork | null>;
  /** Works of a project by others than the learner that share entries of a sketch, those that share most that is rare first. */
  neighbours(
    project: string,
    learnerId: number,
    sketch: readonly number[],
    limit: number,
  ): Promise<Neighbour[]>;
  /** The works of a project that were handed in last, by others than the learner: their numbers. */
  latest(project: string, learnerId: number, limit: number): Promise<number[]>;
  /** The works that were handed in last for other projects. */
  elsewhere(project: string, limit: number): Promise<KnownWork[]>;
  /** In no order; those that are there no more are left out. */
  read(ids: readonly number[]): Promise<KnownWork[]>;
}
