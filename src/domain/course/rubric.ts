import { z } from 'zod';
import { DecisionName } from './decision.ts';
import { Form } from './form.ts';
import { Limits } from './limits.ts';
import { ReviewPolicy } from './review-policy.ts';
import { SimilarityPolicy } from './similarity-policy.ts';
import { Slug } from './slug.ts';
import { RubricStage } from './stage.ts';
import { Words } from './words.ts';

/** `rubric.yml` of one project. */
export const Rubric = z.strictObject({
  title: Words,
  summary: Words.describe('One sentence for the learner: what they will have made.'),
  grader: Slug.optional().describe(
    'The language of its tests: a folder of graders/, such as node or python. Not needed where no stage runs tests.',
  ),
  secondPartOf: Slug.optional().describe(
    "An earlier project that this one makes professional: its starter works, and the starter's own faults count.",
  ),
  generated: z
    .array(z.string().min(1))
    .default([])
    .describe(
      'Files that style does not count, as patterns: gen/**. Those of tools and packages never count.',
    ),
  limits: Limits.default(() => Limits.parse({})),
  form: Form.optional().describe(
    'How a pull request is to look before it is marked. Where it does not, nothing is marked and no attempt is used.',
  ),
  review: ReviewPolicy.default(() => ReviewPolicy.parse({})),
  similarity: SimilarityPolicy.optional().describe(
    "Whether and from when on staff, and nobody else, are shown what is alike in the works of this project. 'off': it is not compared.",
  ),
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
