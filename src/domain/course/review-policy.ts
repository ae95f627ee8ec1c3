import { z } from 'zod';

/** When a person of the staff decides, after the machine has said what it found. */
export const ReviewPolicy = z.strictObject({
  staff: z
    .enum(['always', 'in-doubt', 'never'])
    .default('never')
    .describe(
      "'always': a person has the last word. 'in-doubt': where one item more or less would decide otherwise, or something looks like an attempt to get round the marking.",
    ),
});
export type ReviewPolicy = z.infer<typeof ReviewPolicy>;
