import type { Submission } from './cohort.ts';
import type { Fragment, Place } from './findings.ts';
import { type Grams, keyOf } from './grams.ts';
import type { Reading, Token } from './reading/token.ts';

/** Shorter runs are how everybody writes. In tokens, as written. */
const SHORTEST = 12;
/** Sequences of this length are looked up. */
const SEED = 5;

interface Run {
  a: Place;
  b: Place;
  length: number;
}

/** The longest runs of tokens that two submissions share and the starter does not have, in the order of the first one's files. */
export function fragmentsOf(a: Submission, b: Submission, given: Grams): Fragment[] {
  const runs: Run[] = [];
  for (const file of a.files) {
    const found = b.files.flatMap((other) => runsBetween(file, other, given));
    found.sort((one, two) => two.length - one.length);
    const kept: Run[] = [];
    for (const run of found) if (kept.every((other) => apart(run, other))) kept.push(run);
    runs.push(...kept.sort((one, two) => one.a.start - two.a.start));
  }
  return runs.map((run) => ({ a: run.a, b: run.b }));
}

const apart = (one: Run, two: Run): boolean => one.a.end < two.a.start || two.a.end < one.a.start;

function runsBetween(one: Reading, two: Reading, given: Grams): Run[] {
  const left = one.leaves.map(keyOf);
  const right = two.leaves.map(keyOf);
  const places = new Map<string, number[]>();
  for (let at = 0; at + SEED <= right.length; at += 1) {
    const seed = right.slice(at, at + SEED).join('\n');
    places.set(seed, [...(places.get(seed) ?? []), at]);
  }
  const runs: Run[] = [];
  for (let at = 0; at + SEED <= left.length;) {
    const seed = left.slice(at, at + SEED).join('\n');
    const longest = Math.max(0, ...(places.get(seed) ?? []).map((other) => lengthOf(left, right, at, other)));
    const other = (places.get(seed) ?? []).find((place) => lengthOf(left, right, at, place) === longest);
    if (other === undefined || longest < SHORTEST || given.has(seed)) {
      at += 1;
      continue;
    }
    const a = placeOf(one, one.leaves.slice(at, at + longest));
    runs.push({ a, b: placeOf(two, two.leaves.slice(other, other + longest)), length: longest });
    at += longest;
  }
  return runs;
}

function lengthOf(left: readonly string[], right: readonly string[], at: number, other: number): number {
  let length = 0;
  while (at + length < left.length && left[at + length] === right[other + length]) length += 1;
  return length;
}

function placeOf({ path }: Reading, tokens: readonly Token[]): Place {
  const lines = tokens.map(({ line }) => line);
  return { file: path, start: Math.min(...lines), end: Math.max(...lines) };
}
