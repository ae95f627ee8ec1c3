import type { Quiet } from './keeping.ts';

/** How long ago something came of each learner. */
export interface KeepingStore {
  now(): Promise<number>;
  /** Learners of whom nothing has come since a time (ms since 1970), and those of whom staff were warned. */
  quietSince(lastBefore: number): Promise<Quiet[]>;
  warned(learner: number): Promise<void>;
  forgiven(learner: number): Promise<void>;
}
