import type { Contact } from './finding-store.ts';

/** Somebody who has what is shared. Times are milliseconds since 1970. */
interface Having {
  learnerId: number;
  since: number;
}

/** Somebody who had looked at the work of those who share something, or spent time with them, before they had it. */
export interface Origin {
  by: number;
  login: string;
  how: Contact['how'];
  /** With how many of them, of how many. */
  reached: number;
  of: number;
  /** With how many others who worked on the same project at that time, of how many. */
  others: number;
  ofOthers: number;
  /** From 0 to 1: how sure it is that this is no chance. */
  sure: number;
}

/** Whatever was said longer ago is not passed on any more (our choice: a term). */
const FRESH_MS = 120 * 24 * 60 * 60 * 1000;

/** Surer than this, or it is not said: as for any test, once in twenty is chance. */
const SURE = 0.95;
/** Two who had the same reviewer are no trace of anything. */
const LEAST_REACHED = 3;

/**
 * Who may have passed on what some learners share: the one who met more of them before they had it than chance explains, given how many others
 * they met (Fisher's exact test, one-sided, with Bonferroni's correction for the number of those who come into question). Null where nobody stands out:
 * whoever has met everybody does not.
 *
 * @param others learners who worked on the same project at that time and do not have it
 */
export function originOf(
  members: readonly Having[],
  contacts: readonly Contact[],
  others: readonly number[],
): Origin | null {
  const last = Math.max(...members.map(({ since }) => since));
  const first = Math.min(...members.map(({ since }) => since));
  const since = new Map(members.map((member) => [member.learnerId, member.since]));
  const outside = new Set(others.filter((id) => !since.has(id)));
  const people = new Map(
    contacts
      .filter(({ learnerId, by }) => since.has(learnerId) && learnerId !== by)
      .map((contact) => [contact.by, contact]),
  );
  const origins = [...people.values()].map(({ by, login }): Origin => {
    const own = contacts.filter((contact) => contact.by === by);
    const reachedBy = own.filter(({ learnerId, at }) => {
      const had = since.get(learnerId);
      return had !== undefined && learnerId !== by && at < had && had - at <= FRESH_MS;
    });
    const met = own.filter(
      ({ learnerId, at }) =>
        learnerId !== by && outside.has(learnerId) && at < last && at >= first - FRESH_MS,
    );
    const reached = distinct(reachedBy);
    const of = members.filter(({ learnerId }) => learnerId !== by).length;
    const seen = distinct(met);
    const ofOthers = outside.size - (outside.has(by) ? 1 : 0);
    const chance = atLeast(reached, { drawn: of, marked: reached + seen, of: of + ofOthers }) * people.size;
    const how = HOWS.find((each) => reachedBy.some((contact) => contact.how === each)) ?? 'review';
    return { by, login, how, reached, of, others: seen, ofOthers, sure: 1 - Math.min(1, chance) };
  });
  return (
    origins
      .filter(
        ({ reached, of, sure }) => reached >= Math.min(LEAST_REACHED, of) && reached * 2 > of && sure >= SURE,
      )
      .toSorted((a, b) => b.sure - a.sure || b.reached - a.reached || a.by - b.by)[0] ?? null
  );
}

const HOWS: readonly Contact['how'][] = ['review', 'session', 'pairing'];

const distinct = (contacts: readonly Contact[]): number =>
  new Set(contacts.map(({ learnerId }) => learnerId)).size;

/** The chance that at least so many of those who are drawn are marked (the hypergeometric distribution). */
function atLeast(
  least: number,
  { drawn, marked, of }: { drawn: number; marked: number; of: number },
): number {
  let chance = 0;
  for (let count = least; count <= Math.min(drawn, marked); count += 1)
    if (drawn - count <= of - marked)
      chance += Math.exp(choose(marked, count) + choose(of - marked, drawn - count) - choose(of, drawn));
  return Math.min(1, chance);
}

/** The logarithm of the number of ways to choose `k` of `n`. */
function choose(n: number, k: number): number {
  let sum = 0;
  for (let each = 1; each <= k; each += 1) sum += Math.log((n - k + each) / each);
  return sum;
}
