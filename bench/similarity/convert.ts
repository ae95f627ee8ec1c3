import type { SimilarityDocument } from '../../src/cli/similarity-document.ts';

/** A pair as an evaluator of similarity takes it: `task/submission` twice, and a score from 0 to 1. */
export interface EvaluatedPair {
  a: string;
  b: string;
  score: number;
}

/** A group as an evaluator takes it. Lines are counted from 1, both ends included. */
export interface EvaluatedGroup {
  cohort: string;
  members: readonly string[];
  score: number;
  spans: { member: string; file: string; start: number; end: number }[];
}

/** The pairs of one task. */
export const pairsOf = (task: string, { pairs }: SimilarityDocument): EvaluatedPair[] =>
  pairs.map(({ a, b, score }) => ({ a: `${task}/${a}`, b: `${task}/${b}`, score }));

/** The groups of one cohort. */
export const groupsOf = (cohort: string, { groups }: SimilarityDocument): EvaluatedGroup[] =>
  groups.map(({ members, score, places }) => ({
    cohort,
    members,
    score,
    spans: places.map(({ member, file, start, end }) => ({ member, file, start, end })),
  }));
