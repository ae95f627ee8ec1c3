import { z } from 'zod';

/** Whether and how repositories are made for learners. It takes permissions that marking does not. */
export const OpeningPolicy = z.strictObject({
  owner: z
    .string()
    .regex(/^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})$/, { error: 'expected the name of a GitHub organisation' })
    .describe('The organisation that the repositories are made in.'),
  visibility: z.enum(['private', 'public']).default('private').describe('Who may read them.'),
  when: z
    .enum(['unit-opens', 'asked'])
    .default('unit-opens')
    .describe(
      "'unit-opens': as soon as a unit is open to a learner; enrichment is asked for. 'asked': the first one, and the others with /touchstone start <unit>.",
    ),
});
export type OpeningPolicy = z.infer<typeof OpeningPolicy>;
