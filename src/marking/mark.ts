import type { Project } from '../domain/course.ts';
import type { Marking } from '../domain/results.ts';
import type { SubmissionFiles } from '../domain/submission.ts';

/** One submission to be marked. */
export interface MarkRequest {
  project: Project;
  submission: SubmissionFiles;
  /** Practice, or a course without hidden tests: public tests alone, and never a decision. */
  publicOnly: boolean;
  signal: AbortSignal;
  onProgress: (progress: { stage: string; done: number; total: number }) => void;
}

/** Marks one submission: runs the stages, decides, chooses the feedback. Rejects only when aborted. */
export type Mark = (request: MarkRequest) => Promise<Marking>;
