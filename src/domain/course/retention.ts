import { z } from 'zod';

/** Whether what was mastered is looked at again some weeks later, and when. */
export const Retention = z.strictObject({
  afterDays: z
    .array(z.int().positive())
    .min(1)
    .refine((days) => days.every((day, at) => at === 0 || day > (days[at - 1] ?? 0)), {
      error: 'expected each number of days to be larger than the one before it',
    })
    .default([7, 30, 90])
    .describe('A re-check is offered so many days after a project was mastered, once for each number.'),
  openDays: z
    .int()
    .min(1)
    .default(14)
    .describe('A re-check that was not done by then is closed, and offered once more.'),
});
export type Retention = z.infer<typeof Retention>;
