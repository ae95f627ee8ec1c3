import { visibleLine } from '../domain/visible-text.ts';
import type { ReviewNote } from '../review/peers/peer-store.ts';

const LACKS = {
  reason: 'It says what you think of the work. What did you see, and why does it matter?',
  question: 'It says what to do. Which question would let the learner find it out?',
} as const;

export function noteDocument({ pull, lacks, words, at }: ReviewNote) {
  return { pullRequest: nameOf(pull), lacks, words, at: new Date(at).toISOString() };
}

/** Notes on a person's own reviews, for them alone. They are about words and decide nothing. */
export function notesText(notes: readonly ReviewNote[]): string {
  if (notes.length === 0)
    return '\nYour reviews: each of the last 30 days gives a reason, or asks a question.\n';
  const lines = notes.map(({ pull, lacks, words }) =>
    [`  ${visibleLine(nameOf(pull))}: “${visibleLine(words ?? '')}”`, `    ${LACKS[lacks]}`].join('\n'),
  );
  return ['', 'Your reviews, for you alone (docs/reviewing.md says why):', ...lines, ''].join('\n');
}

const nameOf = ({ owner, repo, number }: ReviewNote['pull']): string => `${owner}/${repo}#${number}`;
