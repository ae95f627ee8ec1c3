import type { Annotation, CheckReport } from '../domain/report.ts';
import type { PullRequestRef } from '../domain/submission.ts';

/** A check run of ours as GitHub has it. `annotations` is how many there are: they are read apart, where needed. */
export interface WrittenCheck {
  id: number;
  status: string;
  conclusion: string | null;
  title: string | null;
  summary: string | null;
  text: string | null;
  annotations: number;
}

/** A comment of ours as GitHub has it. */
export interface WrittenComment {
  id: number;
  body: string;
}

/** What one request says of a check run: its fields, and up to 50 annotations that are added to those already there. */
export interface CheckWrite extends Omit<CheckReport, 'annotations'> {
  annotations: Annotation[];
}

/** GitHub takes up to 50 annotations a request: https://docs.github.com/en/rest/checks/runs */
export const ANNOTATIONS_A_REQUEST = 50;

/**
 * Writes on one pull request, as our App. It sees the App's own checks and comments alone, whatever others put there.
 *
 * Every method rejects with a `GitHubError`: `github.gone` and `github.forbidden` where the pull request is gone or
 * closed to the App. After `github.unclear` the write may have worked: look before repeating it.
 */
export interface PullRequestWriter {
  /** The pull request's head commit now. */
  headSha(pull: PullRequestRef, signal?: AbortSignal): Promise<string>;
  /** Our check runs of our name on that commit, oldest first. */
  checks(pull: PullRequestRef, sha: string, signal?: AbortSignal): Promise<WrittenCheck[]>;
  annotations(pull: PullRequestRef, checkId: number, signal?: AbortSignal): Promise<Annotation[]>;
  /** Resolves to the new check's id. */
  createCheck(pull: PullRequestRef, sha: string, check: CheckWrite, signal?: AbortSignal): Promise<number>;
  updateCheck(pull: PullRequestRef, checkId: number, check: CheckWrite, signal?: AbortSignal): Promise<void>;
  /** Comments on the pull request that our App wrote, oldest first. */
  comments(pull: PullRequestRef, signal?: AbortSignal): Promise<WrittenComment[]>;
  createComment(pull: PullRequestRef, body: string, signal?: AbortSignal): Promise<void>;
  updateComment(pull: PullRequestRef, commentId: number, body: string, signal?: AbortSignal): Promise<void>;
  /** Puts a sign under anybody's comment. Resolves where the comment is gone. */
  react(
    pull: PullRequestRef,
    commentId: number,
    sign: '+1' | 'confused' | 'eyes',
    signal?: AbortSignal,
  ): Promise<void>;
  /** Resolves where the comment is gone already. */
  deleteComment(pull: PullRequestRef, commentId: number, signal?: AbortSignal): Promise<void>;
}
