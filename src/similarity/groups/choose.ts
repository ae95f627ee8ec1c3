import type { Candidate } from './candidate.ts';

/** What says less is left unsaid: in a cohort in which nothing is odd there is nothing to tell. */
const TELLING = 28;

/** The candidates that are worth telling, the most surprising first; near variants of one are one. */
export function chooseGroups(candidates: readonly Candidate[], telling = TELLING): Candidate[] {
  const chosen: Candidate[] = [];
  const order = candidates
    .filter(({ surprise }) => surprise >= telling)
    .sort((a, b) => b.surprise - a.surprise);
  for (const candidate of order) if (chosen.every((other) => !same(candidate, other))) chosen.push(candidate);
  return chosen;
}

/** Whether two are the same finding: the half of the smaller one's members are in the other, too. */
function same(one: Candidate, two: Candidate): boolean {
  const members = new Set(two.members.map(({ work }) => work));
  const both = one.members.filter(({ work }) => members.has(work)).length;
  return both * 2 >= Math.min(one.members.length, two.members.length);
}
