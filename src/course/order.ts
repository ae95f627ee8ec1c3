import type { Limits } from '../domain/course/limits.ts';
import type { Rubric } from '../domain/course/rubric.ts';
import { StageId } from '../domain/course/stage.ts';
import type { Remark } from './finding.ts';

/** Whether what has an order is in it: the stages, and the limits of which one holds the other. */
export function checkOrder({ stages, limits }: Pick<Rubric, 'stages' | 'limits'>): Remark[] {
  return [...checkStages(stages), ...checkLimits(limits)];
}

/** First make it work, then make it professional, then a person looks at it. */
function checkStages(stages: Rubric['stages']): Remark[] {
  const place = (id: StageId): number => StageId.options.indexOf(id);
  return stages.flatMap(({ id }, at): Remark[] => {
    const before = stages.slice(0, at).find((earlier) => place(earlier.id) > place(id));
    if (before === undefined) return [];
    return [
      {
        level: 'error',
        path: ['stages', at, 'id'],
        message: `the stage "${id}" comes before "${before.id}": what does not work yet is not asked to be written well`,
        expected: `the order ${StageId.options.join(', ')}`,
      },
    ];
  });
}

const WITHIN = [
  ['callSeconds', 'testSeconds'],
  ['testSeconds', 'totalSeconds'],
] as const satisfies [keyof Limits, keyof Limits][];

function checkLimits(limits: Limits): Remark[] {
  return WITHIN.flatMap(([inner, outer]): Remark[] =>
    limits[inner] <= limits[outer]
      ? []
      : [
          {
            level: 'warning',
            path: ['limits', inner],
            message: `this is longer than ${outer}, which ends it before`,
            found: String(limits[inner]),
            expected: `at most ${limits[outer]}, or a longer ${outer}`,
          },
        ],
  );
}
