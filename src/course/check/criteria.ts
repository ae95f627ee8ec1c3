import type { Criterion } from '../../domain/course/criterion.ts';
import type { Rubric } from '../../domain/course/rubric.ts';
import type { CriterionResult, Marking } from '../../domain/results.ts';

/** Every criterion of a rubric, and its place in rubric.yml. */
export function criteriaOf({
  stages,
}: Pick<Rubric, 'stages'>): { criterion: Criterion; path: PropertyKey[] }[] {
  return stages.flatMap(({ criteria }, stage) =>
    criteria.map((criterion, at) => ({ criterion, path: ['stages', stage, 'criteria', at] })),
  );
}

/** The criteria that a marking found missed. */
export function missesOf({ stages }: Pick<Marking, 'stages'>): CriterionResult[] {
  return stages.flatMap(({ criteria }) => criteria.filter(({ met }) => !met));
}
