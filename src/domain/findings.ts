import { z } from 'zod';
import { StageId } from './course/stage.ts';
import { Attempt, Evidence } from './results.ts';

/** What one stage found of a submission, before anybody judges it. */
export const StageFindings = z.strictObject({
  id: StageId,
  status: z.enum(['completed', 'skipped', 'broken']),
  /** Why it was skipped or is broken; null when completed. */
  reason: z.string().nullable(),
  /** Of a broken stage: who can mend it. */
  audience: z.enum(['author', 'operator']).optional(),
  /** Each item once, under the name that the rubric asks for it by. */
  evidence: z.array(Evidence),
  /** Which parallel form of the hidden tests was run, where there are several. */
  form: z.string().optional(),
  /** What the tests drew their inputs from: 32 bits. */
  seed: z.number().int().nonnegative().optional(),
  /** The images that it was found with, by the hashes of their content. */
  images: z.array(z.string()).optional(),
  /** Tests that the solution itself does not always pass. */
  flaky: z.array(z.string()).optional(),
  /** What is in the submission to get round the rules. It has changed nothing. */
  attempts: z.array(Attempt).optional(),
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
