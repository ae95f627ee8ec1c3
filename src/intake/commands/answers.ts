import type { CommandReply } from '../../domain/command-reply.ts';
import type { PullRequestRef } from '../../domain/submission.ts';

/** What becomes of a comment with commands. */
export interface CommandAnswer {
  /** All of it was done. */
  done: boolean;
  replies: readonly CommandReply[];
}

/** Answers comments on pull requests: by a sign under the comment, and in words where there is something to say. */
export interface CommandAnswers {
  /** The same answer twice is one. */
  answer(pull: PullRequestRef, commentId: number, answer: CommandAnswer): Promise<void>;
  /** A sign that a comment was read, where what it asks for has to wait. */
  seen(pull: PullRequestRef, commentId: number): Promise<void>;
  /** In words alone, to somebody who pressed a button or gave a review: there is no comment to put a sign under. `to`: the same one twice is one. */
  tell(pull: PullRequestRef, to: string, replies: readonly CommandReply[]): Promise<void>;
  /** Takes a comment of ours back that somebody has changed. Resolves to false where it is none of ours. */
  withdraw(pull: PullRequestRef, commentId: number): Promise<boolean>;
}
