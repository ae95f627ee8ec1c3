import { z } from 'zod';
import { Criterion } from './criterion.ts';

export const StageId = z.enum(['functionality', 'style', 'review']);
export type StageId = z.infer<typeof StageId>;

export const RubricStage = z.strictObject({
  id: StageId,
  threshold: z
    .number()
    .max(1)
    .refine((threshold) => threshold > 0.6, {
      error: 'expected more than 0.6: a level that low says that nothing was mastered (usual are 0.8 to 0.9)',
    })
    .meta({
      description:
        'Share of the weighted criteria that must be met, above 0.6 and up to 1. Usual are 0.8 to 0.9.',
      exclusiveMinimum: 0.6,
    }),
  criteria: z.array(Criterion).min(1),
});
export type RubricStage = z.infer<typeof RubricStage>;
