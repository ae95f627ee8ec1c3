import { z } from 'zod';

/** What shows that a criterion is met: one test. */
export const TestEvidence = z.strictObject({
  test: z
    .string()
    .min(1)
    .describe("The test's full name: the names of its groups and its own, joined with ' > '."),
  hint: z
    .string()
    .min(1)
    .optional()
    .describe(
      'The only thing that is said of a hidden test besides its title. A question helps more than an answer.',
    ),
});
export type TestEvidence = z.infer<typeof TestEvidence>;
