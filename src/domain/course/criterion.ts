import { z } from 'zod';
import { Corrective } from './corrective.ts';
import { AskedEvidence } from './evidence.ts';
import { Slug } from './slug.ts';
import { Words } from './words.ts';

export const Criterion = z.strictObject({
  id: Slug,
  title: Words.describe("What is so when it is met, such as 'An empty basket is a basket too'."),
  why: Words.describe('Why it matters to somebody who will write programs.'),
  skills: z.array(Slug).min(1).describe('What it shows. Several projects can show one skill.'),
  essential: z.boolean().default(false).describe('It must be met, whatever the score is.'),
  weight: z
    .number()
    .positive()
    .default(1)
    .describe("How much it counts for the stage's score, against the other criteria."),
  evidence: z.array(AskedEvidence).min(1).describe('What shows it; it is met when all of it does.'),
  correctives: z
    .array(Corrective)
    .min(1)
    .describe('What to read or do after a miss, in order: each further miss moves to the next one.'),
});
export type Criterion = z.infer<typeof Criterion>;
