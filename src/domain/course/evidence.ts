import { z } from 'zod';

/**
 * What shows that a criterion is met: one test, by its full name (`describe > test`, joined with ' > ').
 * `hint` is the only thing said of a hidden test besides its title.
 */
export const TestEvidence = z.strictObject({
  test: z.string().min(1),
  hint: z.string().min(1).optional(),
});
export type TestEvidence = z.infer<typeof TestEvidence>;
