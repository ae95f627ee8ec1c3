import type { Candidate } from './candidate.ts';

/**
 * What says less is left unsaid: in a cohort in which nothing is odd there is nothing to tell. Chosen on cohorts of real people's answers to public
 * exercises into which odd parts were planted (bench/similarity/data): above it, eight in ten findings are what was planted.
 */
export const TELLING = 21;

/** The candidates that are worth telling, the most surprising first; near variants of one are one. */
export function chooseGroups<T extends Candidate>(candidates: readonly T[]): T[] {
  const chosen: T[] = [];
  const order = candidates
    .filter(({ surprise }) => surprise >= TELLING)
    .sort((a, b) => b.surprise - a.surprise);
  for (const candidate of order) if (chosen.every((other) => !same(candidate, other))) chosen.push(candidate);
  return chosen;
}

/** Whether two are the same finding: the half of the smaller one's members are in the other, too. */
function same(one: Candidate, two: Candidate): boolean {
  const both = one.members.filter((work) => two.members.includes(work)).length;
  return both * 2 >= Math.min(one.members.length, two.members.length);
}
