import type { Submission } from './cohort.ts';
import type { Token } from './reading/token.ts';

/** How often a submission has each sequence of tokens. */
export type Grams = Map<string, number>;

/** Short sequences survive being rewritten, long ones say more. */
const LENGTHS = [3, 5, 8] as const;

const ANY_NAME = new Set(['v', 'p']);

/** What of a token counts: the name of what is the submission's own does not. */
export const keyOf = ({ symbol, word }: Token): string =>
  ANY_NAME.has(symbol) ? symbol : `${symbol} ${word}`;

export function gramsOf({ files }: Submission): Grams {
  const grams: Grams = new Map();
  for (const { leaves } of files) {
    const keys = leaves.map(keyOf);
    for (const length of LENGTHS)
      for (let at = 0; at + length <= keys.length; at += 1) {
        const gram = keys.slice(at, at + length).join('\n');
        grams.set(gram, (grams.get(gram) ?? 0) + 1);
      }
  }
  return grams;
}
