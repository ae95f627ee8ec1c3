/**
 * How likely two works that nothing speaks for are taken to be more alike than chance makes them: our choice, and a cautious one, as what
 * speaks for it in one project (a common teacher, a book, a habit of both) speaks for it in the next one, too.
 */
const BEFORE = 0.1;

/** Keeps the logarithm of certainty within bounds. */
const ALMOST = 0.999;

const odds = (score: number): number => Math.log(score / (1 - score));

/**
 * What several findings about the same two people say together, from 0 to 1: the sum of the log odds of each, beyond what is expected of any
 * two (Good 1950, weight of evidence). One alone says what it says; two of 0.35 in two projects say 0.72, and what is below {@link BEFORE} says
 * nothing, neither for nor against.
 *
 * @param scores from 0 to 1: the probability that each of them gives
 */
export function together(scores: readonly number[]): number {
  const weights = scores.map((score) =>
    Math.max(0, odds(Math.min(ALMOST, Math.max(1 - ALMOST, score))) - odds(BEFORE)),
  );
  const sum = odds(BEFORE) + weights.reduce((all, weight) => all + weight, 0);
  return 1 / (1 + Math.exp(-sum));
}
