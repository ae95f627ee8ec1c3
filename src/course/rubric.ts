import type { Rubric } from '../domain/course/rubric.ts';
import type { StageId } from '../domain/course/stage.ts';
import { checkCorrectives } from './correctives.ts';
import type { Remark } from './finding.ts';
import { repeated } from './repeated.ts';

/** What exists outside the rubric that it may name. */
export interface Available {
  stages: readonly StageId[];
  /** Null where they cannot be known; then any is taken. */
  graders: readonly string[] | null;
}

/** Below this the author is warned: a mastery level is usually 0.8 to 0.9 (docs/authors-guide.md). */
const USUAL_THRESHOLD = 0.8;

/** What the schema cannot say of a rubric: names used twice, and things named that are not there. */
export function checkRubric(rubric: Rubric, { stages, graders }: Available): Remark[] {
  const criteria = rubric.stages.flatMap((stage, index) =>
    stage.criteria.map((criterion, place) => ({ criterion, path: ['stages', index, 'criteria', place] })),
  );
  return [
    ...(graders === null || graders.includes(rubric.grader)
      ? []
      : [
          {
            level: 'error' as const,
            path: ['grader'],
            message: 'there is no such grader',
            found: `"${rubric.grader}"`,
            expected:
              graders.length === 0 ? 'a folder of graders/, which has none' : `one of ${graders.join(', ')}`,
          },
        ]),
    ...rubric.stages.flatMap((stage, index): Remark[] => [
      ...unavailable(stage.id, ['stages', index, 'id'], stages),
      ...lowThreshold(stage.threshold, ['stages', index, 'threshold']),
    ]),
    ...repeated(
      rubric.stages.map(({ id }, index) => ({ name: id, path: ['stages', index, 'id'] })),
      'stage',
    ),
    ...repeated(
      criteria.map(({ criterion, path }) => ({ name: criterion.id, path: [...path, 'id'] })),
      'criterion',
    ),
    ...checkCorrectives(criteria),
    ...criteria.flatMap(({ criterion, path }) =>
      repeated(
        criterion.evidence.map(({ test }, index) => ({
          name: test,
          path: [...path, 'evidence', index, 'test'],
        })),
        'test',
      ),
    ),
  ];
}

function unavailable(id: StageId, path: PropertyKey[], stages: readonly StageId[]): Remark[] {
  if (stages.includes(id)) return [];
  return [
    {
      level: 'error',
      path,
      message: `the stage "${id}" is not available yet`,
      found: `"${id}"`,
      expected: stages.join(', '),
    },
  ];
}

function lowThreshold(threshold: number, path: PropertyKey[]): Remark[] {
  if (threshold >= USUAL_THRESHOLD) return [];
  return [
    {
      level: 'warning',
      path,
      message: 'this threshold is low: what is not asked for here will be missing later',
      found: String(threshold),
      expected: '0.8 to 0.9',
    },
  ];
}
