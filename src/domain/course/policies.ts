import { z } from 'zod';
import { Weekday } from '../people/working-time.ts';

/** What a school does alike in all projects. */
export const Policies = z.strictObject({
  keep: z
    .strictObject({
      days: z
        .int()
        .min(30)
        .default(730)
        .describe('How many days what is known of a person is kept after the last thing that came of them.'),
      warningDays: z
        .int()
        .min(7)
        .default(30)
        .describe('Staff are warned so many days before it is erased, in `touchstone queue`.'),
    })
    .refine(({ days, warningDays }) => warningDays < days, {
      error: 'expected the warning to come after the last thing that came of somebody',
    })
    .prefault({})
    .describe('How long records are kept.'),
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
  agreement: z
    .strictObject({
      atLeast: z
        .number()
        .min(0)
        .max(1)
        .default(0.8)
        .describe('The share of verdicts in which people must agree with what was found.'),
      last: z.int().min(5).default(20).describe('Of how many verdicts, the last ones of a project.'),
    })
    .prefault({})
    .describe(
      'Where people agree with what was found less often than this, a person looks at every attempt at that project.',
    ),
  weekend: z
    .array(Weekday)
    .default(['saturday', 'sunday'])
    .describe('Days of the week on which nobody is expected to work.'),
  secondLooks: z
    .number()
    .min(0)
    .max(1)
    .default(0.05)
    .describe('The share of sign-offs that a second member of staff looks at, without seeing the first.'),
});
export type Policies = z.infer<typeof Policies>;
