import { z } from 'zod';
import { Corrective } from './corrective.ts';
import { TestEvidence } from './evidence.ts';
import { Slug } from './slug.ts';

export const Criterion = z.strictObject({
  id: Slug,
  title: z.string().min(1),
  why: z.string().min(1),
  skills: z.array(Slug).min(1),
  essential: z.boolean().default(false),
  /** How much it counts for the stage's score, against the other criteria. */
  weight: z.number().positive().default(1),
  evidence: z.array(TestEvidence).min(1),
  correctives: z.array(Corrective).min(1),
});
export type Criterion = z.infer<typeof Criterion>;
