// canary-9e04a7d1: nothing of this file may be known to a submission.
import { submission } from 'touchstone';

export const SECRET = 'canary-c36f18eb';

export const whole = (most) => Math.floor(submission.random() * most);

export const numbers = (count) => Array.from({ length: count }, () => whole(100_000));

/** Names of people that nobody would think of, and what their first letters are. */
export function person() {
  const words = ['canary-7d20b9f4', 'quick', 'heron', 'Ösel', 'canary-04e8ac53', 'brown'].filter(
    () => submission.random() < 0.6,
  );
  const name = ['canary-e15b77c0', ...words, `x${whole(1e6)}`];
  return { name: name.join(' '), initials: name.map((word) => word[0].toUpperCase()).join('') };
}
