import { submission } from 'touchstone';

/** A whole number, both ends included. The same submission gets the same numbers each time. */
export const between = (low, high) => low + Math.floor(submission.random() * (high - low + 1));

/** The elements in another order. */
export function shuffled(list) {
  const rest = [...list];
  return list.map(() => rest.splice(between(0, rest.length - 1), 1)[0]);
}
