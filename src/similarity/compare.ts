import type { Cohort, Submission } from './cohort.ts';
import type { Findings, Pair } from './findings.ts';
import { fragmentsOf } from './fragments.ts';
import { gramsOf, type Grams } from './grams.ts';

/** Pairs that share so much are worth a look. */
const CUT = 0.5;

/**
 * Compares the submissions of a cohort, each with each: what they share, weighed by how few have it. Deterministic; nothing but what is given
 * counts, in whatever order it is given.
 */
export function compare({ submissions, starter, history, background }: Cohort): Findings {
  const given = gramsOf({ id: '', files: starter });
  const without = (submission: Submission): Grams => {
    const grams = gramsOf(submission);
    for (const gram of given.keys()) grams.delete(gram);
    return grams;
  };
  const grams = submissions.map(without);
  const elsewhere = [...history, ...background].map(without);
  const holders = new Map<string, number>();
  for (const own of [...grams, ...elsewhere])
    for (const gram of own.keys()) holders.set(gram, (holders.get(gram) ?? 0) + 1);
  const all = grams.length + elsewhere.length;
  const weight = (gram: string): number => Math.log((1 + all) / (holders.get(gram) ?? 1)) ** 2;
  const masses = grams.map((own) => massOf(own, weight));

  const pairs: Pair[] = [];
  for (const [at, a] of submissions.entries()) {
    for (const [further, b] of submissions.slice(at + 1).entries()) {
      const other = at + 1 + further;
      const [left, right] = [grams[at], grams[other]];
      if (left === undefined || right === undefined) continue;
      const most = Math.sqrt((masses[at] ?? 0) * (masses[other] ?? 0));
      const score = most === 0 ? 0 : Math.min(1, sharedMass(left, right, weight) / most);
      if (score <= 0) continue;
      const fragments = score < CUT ? [] : fragmentsOf(a, b, given);
      pairs.push({ a: a.id, b: b.id, score, fragments });
    }
  }
  pairs.sort((one, two) => two.score - one.score || (one.a + one.b < two.a + two.b ? -1 : 1));
  return { cut: CUT, pairs, groups: [] };
}

function massOf(grams: Grams, weight: (gram: string) => number): number {
  let mass = 0;
  for (const [gram, count] of grams) mass += count * weight(gram);
  return mass;
}

function sharedMass(a: Grams, b: Grams, weight: (gram: string) => number): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let mass = 0;
  for (const [gram, count] of small) {
    const other = large.get(gram);
    if (other !== undefined) mass += Math.min(count, other) * weight(gram);
  }
  return mass;
}
