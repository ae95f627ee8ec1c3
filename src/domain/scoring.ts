import type { Criterion } from './course/criterion.ts';
import type { CriterionResult, Evidence } from './results.ts';

/** Sums of decimal weights are off by a hair: 0.1 + 0.2 reaches a threshold of 0.3. */
const HAIR = 1e-9;

/** A criterion's result: its score is the share of its evidence that passed, and it is met when all of it did. */
export function scoreCriterion(
  criterion: Pick<Criterion, 'id' | 'title' | 'essential'>,
  evidence: Evidence[],
): CriterionResult {
  const passed = evidence.filter(({ status }) => status === 'passed').length;
  return {
    id: criterion.id,
    title: criterion.title,
    essential: criterion.essential,
    met: evidence.length > 0 && passed === evidence.length,
    score: evidence.length === 0 ? 0 : passed / evidence.length,
    evidence,
  };
}

/**
 * A stage's result: the mean of its criteria's scores by their weights, 0 to 1. The stage is met when the score reaches
 * the threshold and every essential criterion is met; no score makes up for an essential criterion.
 */
export function scoreStage(
  threshold: number,
  criteria: readonly { result: CriterionResult; weight: number }[],
): { score: number; met: boolean } {
  const weights = criteria.reduce((sum, { weight }) => sum + weight, 0);
  const weighted = criteria.reduce((sum, { result, weight }) => sum + result.score * weight, 0);
  const score = weights === 0 ? 0 : Math.min(1, weighted / weights);
  const essentialsMet = criteria.every(({ result }) => result.met || !result.essential);
  return { score, met: criteria.length > 0 && essentialsMet && score >= threshold - HAIR };
}
