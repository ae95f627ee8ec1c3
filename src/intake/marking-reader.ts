import type { Marking } from '../domain/results.ts';

/** What was found of submissions. */
export interface MarkingReader {
  /** The last result of a commit of a pull request that the learner was told, practice too; null where there is none. */
  last(repositoryId: number, number: number, headSha: string): Promise<Marking | null>;
}
