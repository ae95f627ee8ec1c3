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
}
