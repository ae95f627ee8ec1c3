import { z } from 'zod';

/** When a person of the staff decides, after the machine has said what it found. */
export const ReviewPolicy = z.strictObject({
  staff: z
    .enum(['always', 'in-doubt', 'never'])
    .default('never')
    .describe(
      "'always': a person has the last word. 'in-doubt': where one item more or less would decide otherwise, or something looks like an attempt to get round the marking.",
    ),
  peers: z
    .int()
    .min(0)
    .max(3)
    .optional()
    .describe(
      'How many learners or tutors who have mastered the project are asked for a preliminary review, once everything else is met. What they say is advice to staff. None by default.',
    ),
});
export type ReviewPolicy = z.infer<typeof ReviewPolicy>;
