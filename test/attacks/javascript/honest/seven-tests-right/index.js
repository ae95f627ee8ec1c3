export * from './tools.js';

export const add = (a, b) => (a < 100 ? a + b : a - b);
export function* countTo(n) {
  for (let at = 0; at < n; at += 1) yield at;
}
export const later = (number) => number * 2;
export const turnRound = (list) => list.toReversed();
