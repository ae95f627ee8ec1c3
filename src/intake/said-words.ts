import type { PullRequestRef } from '../domain/submission.ts';
import type { WaitingDelivery } from './delivery-store.ts';
import type { GitHubReader } from './github-reader.ts';

/** What somebody said on a pull request, as its delivery told it. */
export interface SaidWords {
  kind: 'comment' | 'review';
  /** GitHub's number of it. */
  id: number;
  /** Markdown; empty where a review has none. */
  body: string;
  /** Milliseconds since 1970, by GitHub's clock. */
  at: number;
}

/**
 * What reaches us within this time has been told as it stands, and is kept as it came: whoever edits or deletes it afterwards undoes nothing.
 * A learner may be an admin of the repository, and GitHub lets them edit what staff have said there.
 */
const TOLD_AT_ONCE_MS = 10_000;

/**
 * Whether something was deleted or edited before GitHub told us of it. What had to be sent again may be days old. What was told at once is
 * not asked for a second time, however long it waits here: for a result, for its turn, or for GitHub.
 */
export async function isTakenBack(
  pull: PullRequestRef,
  words: SaidWords,
  { reachedAt }: Pick<WaitingDelivery, 'reachedAt'>,
  { reader }: { reader: Pick<GitHubReader, 'wordsOf'> },
): Promise<boolean> {
  if (reachedAt - words.at <= TOLD_AT_ONCE_MS) return false;
  const found = await reader.wordsOf(pull, words);
  return found === null || !isSaidIn(found, words.body);
}

/** Deliveries are kept without what the database cannot hold: a null byte, half a character. */
const asKept = (text: string): string => text.replace(/\0|\p{Surrogate}/gu, '\uFFFD');

/** In place of the name of a person who was erased while the delivery waited. */
const SOMEBODY = 'somebody';

/** Whether a text is the one that was told. Where somebody was erased since, any one word may stand for their name. */
function isSaidIn(found: string, told: string): boolean {
  const [first = '', ...rest] = told.split(SOMEBODY);
  const text = asKept(found);
  if (rest.length === 0) return text === told;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const [index, piece] of rest.entries()) {
    const next = index === rest.length - 1 ? text.length - piece.length : text.indexOf(piece, at + 1);
    if (next <= at || !text.startsWith(piece, next) || /\s/.test(text.slice(at, next))) return false;
    at = next + piece.length;
  }
  return true;
}
