import type { Place } from '../domain/course/place.ts';
import type { Maker } from '../review/involved.ts';
import type { PullRequestForm } from '../domain/pull-request-form.ts';
import type { Learner, PullRequestRef, Submission, SubmissionFiles } from '../domain/submission.ts';

/** A pull request as GitHub says it is now. */
export interface PullRequestState {
  pull: PullRequestRef;
  /** What tells which project it is for. */
  place: Place;
  learner: Learner;
  /** How it looks, apart from its commits. */
  form: PullRequestForm;
  /** Our number of the re-check that it is; who does it is then the learner, whoever opened it. */
  recheck?: number;
  headSha: string;
  /** Our own App opened it, and neither a person nor another App. */
  byApp: boolean;
  /** Null when the fork was deleted. */
  headOwner: string | null;
  headRepo: string | null;
  draft: boolean;
  open: boolean;
  /** Everybody can see the repository. */
  isPublic?: boolean;
  /** Nobody can push to the repository any more, nor can we write there. */
  isArchived?: boolean;
}

/** What intake and the sweep read from GitHub. */
export interface GitHubReader {
  /** Null when it does not exist or the App may not see it. */
  pullRequest(ref: PullRequestRef, signal?: AbortSignal): Promise<PullRequestState | null>;
  /** What a repository is called now; null when it does not exist or the App may not see it. */
  address(
    repository: Pick<PullRequestRef, 'installation' | 'repositoryId'>,
    signal?: AbortSignal,
  ): Promise<{ owner: string; repo: string } | null>;
  /**
   * What a comment or a review on it says now, whoever has written that; empty where it has no words. Null when it is gone, or the App may
   * not see it. A review that was dismissed is still there.
   */
  wordsOf(
    ref: PullRequestRef,
    words: { kind: 'comment' | 'review'; id: number },
    signal?: AbortSignal,
  ): Promise<string | null>;
  /** Authors, committers and co-authors of its commits; of more than 250 commits GitHub names the first alone. */
  makers(ref: PullRequestRef, signal?: AbortSignal): Promise<Maker[]>;
  /** Paths of the files that it changes; of more than 3,000 GitHub names the first alone. */
  changedFiles(ref: PullRequestRef, signal?: AbortSignal): Promise<string[]>;
  /** Every open pull request of every repository of every installation. */
  openPullRequests(signal?: AbortSignal): AsyncIterable<PullRequestState>;
}

/** Fetches exactly the head commit of a submission into memory, within limits (see `intake/limits.ts`). */
export interface SubmissionSource {
  fetch(submission: Submission, signal?: AbortSignal): Promise<SubmissionFiles>;
}
