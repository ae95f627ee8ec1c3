import { z } from 'zod';

/** What staff are told of works that are alike. */
export const SimilarityPolicy = z.union([
  z.literal('off'),
  z.strictObject({
    pairs: z
      .number()
      .gt(0)
      .max(1)
      .optional()
      .describe('Two works that are as much alike as this, or more, are shown to staff. 0.5 by default.'),
    groups: z
      .number()
      .min(0)
      .max(1)
      .optional()
      .describe(
        'Something rare that a few share is shown to staff from this certainty on. By default everything that is thought worth telling.',
      ),
  }),
]);
export type SimilarityPolicy = z.infer<typeof SimilarityPolicy>;
