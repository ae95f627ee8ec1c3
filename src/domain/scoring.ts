import type { Criterion } from './course/criterion.ts';
import { evidenceId, hintOf } from './course/evidence.ts';
import type { RubricStage } from './course/stage.ts';
import { StageFindings } from './findings.ts';
import type { CriterionResult, Evidence, StageResult } from './results.ts';

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

/**
 * What a stage's findings come to under a rubric. Criteria for which there is no evidence are left out: among public tests
 * alone there is none for most. Where nothing can be told of an item, the author's hint is.
 */
export function assessStage(stage: RubricStage, findings: StageFindings): StageResult {
  // The same things always come out in the same order, whoever has found them.
  const { evidence: found, ...rest } = StageFindings.parse(findings);
  const byId = new Map(found.map((item) => [item.id, item]));
  const scored =
    findings.status === 'completed'
      ? stage.criteria.flatMap((criterion) => {
          const evidence = criterion.evidence.flatMap((asked) => {
            const item = byId.get(evidenceId(asked));
            return item === undefined ? [] : [withHint(item, hintOf(asked))];
          });
          if (evidence.length === 0) return [];
          return [{ result: scoreCriterion(criterion, evidence), weight: criterion.weight }];
        })
      : [];
  const nothing = { score: 0, threshold: stage.threshold, met: false, criteria: [] };
  if (findings.status !== 'completed') return { ...rest, ...nothing };
  if (scored.length === 0) return { ...rest, status: 'skipped', reason: NOTHING_ASKED, ...nothing };
  const criteria = scored.map(({ result }) => result);
  return { ...rest, ...scoreStage(stage.threshold, scored), threshold: stage.threshold, criteria };
}

const NOTHING_ASKED = 'None of what was found is named by the rubric.';

function withHint(item: Evidence, hint: string | undefined): Evidence {
  if (item.status === 'passed' || item.message !== null || hint === undefined) return item;
  return { ...item, message: hint };
}
