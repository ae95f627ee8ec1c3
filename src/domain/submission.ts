import { z } from 'zod';
import type { FileMap } from './course/file-map.ts';
import type { DroppedFile } from './results.ts';

/** Where a pull request lives on GitHub. `installation` is the App's installation that may act there. */
export const PullRequestRef = z.strictObject({
  installation: z.number().int().positive(),
  owner: z.string(),
  repo: z.string(),
  /** GitHub's numeric repository id: names change, ids do not. */
  repositoryId: z.number().int().positive(),
  number: z.number().int().positive(),
});
export type PullRequestRef = z.infer<typeof PullRequestRef>;

/** The pull request's author. The numeric id is who they are; the login is only what they are called now. */
export const Learner = z.strictObject({ id: z.number().int().positive(), login: z.string() });
export type Learner = z.infer<typeof Learner>;

/** One commit of one pull request, as intake found it. */
export const Submission = z.strictObject({
  pull: PullRequestRef,
  learner: Learner,
  project: z.string(),
  /** Full commit id of the pull request's head. */
  headSha: z.string().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/),
  /** Where the head commit is: the base repository, or the learner's fork. */
  headOwner: z.string(),
  headRepo: z.string(),
  /** A draft is practice; ready for review is an attempt. */
  draft: z.boolean(),
});
export type Submission = z.infer<typeof Submission>;

/** The files of a submission, in memory: they are never written to the host's disk. */
export interface SubmissionFiles {
  files: FileMap;
  dropped: DroppedFile[];
}
