import { z } from 'zod';
import type { StageId } from './course/stage.ts';
import { Evidence, StageResult } from './results.ts';

/** What one stage found of a submission, before anybody judges it. */
export const StageFindings = StageResult.omit({
  score: true,
  threshold: true,
  met: true,
  criteria: true,
}).extend({
  /** Each item once, under the name that the rubric asks for it by. */
  evidence: z.array(Evidence),
});
export type StageFindings = z.infer<typeof StageFindings>;

/** Findings of a stage that found nothing, because it could not, or because there was nothing to do. */
export function withoutEvidence(
  id: StageId,
  status: 'broken' | 'skipped',
  reason: string,
  audience?: 'author' | 'operator',
): StageFindings {
  return { id, status, reason, ...(audience === undefined ? {} : { audience }), evidence: [] };
}
