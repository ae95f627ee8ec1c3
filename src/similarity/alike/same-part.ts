/** So many fingerprints of what is shared are kept. */
const MOST_MARKS = 256;

/** From this share of the smaller one's fingerprints on, two shared parts are one and the same: near variants of it have most of them. */
const SAME = 0.4;

/** Of fingerprints, those that are kept: as they are hashes, the smallest are as good as drawn by lot, and the same for all. */
export const bounded = (prints: Iterable<number>): number[] =>
  [...new Set(prints)].toSorted((a, b) => a - b).slice(0, MOST_MARKS);

/** Whether two shared parts are the same one, by their fingerprints; where one of them has none, nobody can tell. */
export function isSamePart(one: readonly number[], two: readonly number[]): boolean | null {
  const least = Math.min(one.length, two.length);
  if (least === 0) return null;
  const others = new Set(two);
  return one.filter((print) => others.has(print)).length >= least * SAME;
}
