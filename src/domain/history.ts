import { z } from 'zod';

/** What the attempt before this one, and those before it, in whichever project, have left with a learner. */
export const LearnerHistory = z.strictObject({
  /** The texts of the correctives that they were given, the oldest first. */
  given: z.array(z.string()),
  /** The rules and measures that an attempt at another project did not keep to. */
  remarks: z.array(z.string()),
  /** The last that a person has said of their work on this project, whichever commit it was: not yet. */
  sentBack: z.boolean().optional(),
});
export type LearnerHistory = z.infer<typeof LearnerHistory>;

/** Of somebody who has not handed in anything yet. */
export const NO_HISTORY: LearnerHistory = { given: [], remarks: [] };
