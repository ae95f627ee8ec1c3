import { z } from 'zod';

/** What a school does alike in all projects. */
export const Policies = z.strictObject({
  nextSteps: z
    .int()
    .min(1)
    .max(3)
    .default(3)
    .describe('How many next steps a learner is told at a time, at most: more cannot be understood at once.'),
  offerAfterMisses: z
    .int()
    .min(1)
    .default(2)
    .describe('From this miss of a project on a learner is told what else is open to them.'),
  reviewGuide: z
    .url({ protocol: /^https$/ })
    .optional()
    .describe("The school's own page on how to review; peers are led to it. https alone."),
  sessionMinutes: z
    .int()
    .min(1)
    .default(120)
    .describe(
      'How many minutes of staff’s time a learner has in seven days. What goes beyond it is noted, and staff are told.',
    ),
});
export type Policies = z.infer<typeof Policies>;
