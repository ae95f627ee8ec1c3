import type { Rubric } from '../domain/course/rubric.ts';
import type { RubricStage } from '../domain/course/stage.ts';
import type { Doubt, Evidence, StageResult } from '../domain/results.ts';
import { scoreCriterion, scoreStage } from '../domain/scoring.ts';

/** Everything about a submission that the machine should not decide alone. */
export function doubtsOf(
  { stages: asked }: Pick<Rubric, 'stages'>,
  results: readonly StageResult[],
): Doubt[] {
  return asked.flatMap((stage): Doubt[] => {
    const result = results.find(({ id }) => id === stage.id);
    if (result?.status !== 'completed') return [];
    return [
      ...(isBorderline(stage, result) ? [{ kind: 'borderline' as const, stage: stage.id }] : []),
      ...((result.attempts ?? []).length > 0 ? [{ kind: 'attempts' as const, stage: stage.id }] : []),
    ];
  });
}

/**
 * Whether one item of evidence more, or one less, would put the stage on the other side of its threshold: tests are samples, and
 * another sample of the same skill could have had that item. Essential criteria are no matter of more or less, so nothing is
 * borderline where one is missed, and their items are left as they are; nor is a stage in which everything is met.
 */
export function isBorderline(stage: RubricStage, result: StageResult): boolean {
  if (result.criteria.some(({ essential, met }) => essential && !met)) return false;
  if (result.criteria.every(({ met }) => met)) return false;
  const weightOf = (id: string): number =>
    stage.criteria.find((criterion) => criterion.id === id)?.weight ?? 0;
  return result.criteria.some(
    (turned, at) =>
      !turned.essential &&
      turned.evidence.some((item) => {
        const status: Evidence['status'] = item.status === 'passed' ? 'failed' : 'passed';
        if ((status === 'passed') === result.met) return false;
        const criteria = result.criteria.map((criterion, index) => ({
          result:
            index === at
              ? scoreCriterion(
                  criterion,
                  criterion.evidence.map((each) => (each === item ? { ...each, status } : each)),
                )
              : criterion,
          weight: weightOf(criterion.id),
        }));
        return scoreStage(stage.threshold, criteria).met !== result.met;
      }),
  );
}
