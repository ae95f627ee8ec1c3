// canary-d7720be9: texts that nobody can know.
import { submission } from 'touchstone';

const WORDS = ['canary-10fe94c7', 'heron', 'canary-b5c3e608', 'osprey', 'kite', 'ÖSEL', 'Canary-2e91d74a'];

export const whole = (most) => Math.floor(submission.random() * most);

/** A text of random words, and what must be printed about it. */
export function someText() {
  const words = Array.from({ length: 20 + whole(30) }, () => `${WORDS[whole(WORDS.length)]}${whole(4)}`);
  return { text: words.join(whole(2) === 0 ? ' ' : '\n'), words };
}

export function report(words, top = Infinity) {
  const counts = new Map();
  for (const word of words.map((each) => each.toLowerCase())) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, top)
    .map(([word, count]) => `${count} ${word}\n`)
    .join('');
}
