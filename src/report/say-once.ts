import { GitHubError } from '../domain/errors/github.ts';
import type { PullRequestRef } from '../domain/submission.ts';
import type { PullRequestWriter } from './pull-request-writer.ts';

/**
 * Says something in a comment of its own, unless it stands there already. Resolves also where nothing can be said, as the conversation is
 * locked or gone.
 *
 * @param about what it is about, in letters, digits and spaces: the first line of the comment, which GitHub does not show
 */
export async function sayOnce(
  writer: Pick<PullRequestWriter, 'comments' | 'createComment'>,
  pull: PullRequestRef,
  about: string,
  words: string,
): Promise<void> {
  const marker = `<!-- touchstone:${about} -->`;
  try {
    const ours = await writer.comments(pull);
    if (ours.some(({ body }) => body.startsWith(marker))) return;
    await writer.createComment(pull, `${marker}\n\n${words}`);
  } catch (error) {
    if (error instanceof GitHubError && (error.code === 'github.forbidden' || error.code === 'github.gone'))
      return;
    throw error;
  }
}
