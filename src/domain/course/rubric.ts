import { z } from 'zod';
import { DecisionName } from './decision.ts';
import { Limits } from './limits.ts';
import { Slug } from './slug.ts';
import { RubricStage } from './stage.ts';

/** `rubric.yml` of one project. */
export const Rubric = z.strictObject({
  title: z.string().min(1),
  summary: z.string().min(1).describe('One sentence for the learner: what they will have made.'),
  grader: Slug.describe('The language: a folder of graders/, such as node or python.'),
  limits: Limits.default(() => Limits.parse({})),
  stages: z
    .array(RubricStage)
    .min(1)
    .describe('Looked at one by one, in this order; one never makes up for another.'),
  examples: z
    .record(Slug, DecisionName)
    .default({})
    .describe('The decision that each folder of examples/ must get.'),
});
export type Rubric = z.infer<typeof Rubric>;
