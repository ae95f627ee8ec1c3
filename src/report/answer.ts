import type { PullRequestRef } from '../domain/submission.ts';
import type { PullRequestWriter } from './pull-request-writer.ts';

/** What is said to a comment: a sign under it and, where there is something to say in words, a comment of our own. */
export interface Answer {
  sign: '+1' | 'confused';
  /** Markdown. */
  words: string | null;
}

/** The first line of our answer, which GitHub does not show: an answer that is there already is not given twice. */
const marker = (commentId: number): string => `<!-- touchstone:answer ${commentId} -->`;

/** Answers one comment on a pull request. Repeating it does no harm. */
export async function answerComment(
  writer: Pick<PullRequestWriter, 'react' | 'comments' | 'createComment'>,
  pull: PullRequestRef,
  commentId: number,
  { sign, words }: Answer,
): Promise<void> {
  await writer.react(pull, commentId, sign);
  if (words === null) return;
  const ours = await writer.comments(pull);
  if (ours.some(({ body }) => body.startsWith(marker(commentId)))) return;
  await writer.createComment(pull, `${marker(commentId)}\n\n${words}`);
}

/**
 * Deletes a comment of our App that somebody has changed: on GitHub it would go on speaking in our name. Resolves to false where it is
 * none of ours, or is gone.
 */
export async function withdrawComment(
  writer: Pick<PullRequestWriter, 'comments' | 'deleteComment'>,
  pull: PullRequestRef,
  commentId: number,
): Promise<boolean> {
  const ours = await writer.comments(pull);
  if (!ours.some(({ id }) => id === commentId)) return false;
  await writer.deleteComment(pull, commentId);
  return true;
}
