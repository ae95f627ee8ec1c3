import { z } from 'zod';
import { DecisionName } from './decision.ts';
import { Limits } from './limits.ts';
import { Slug } from './slug.ts';
import { RubricStage } from './stage.ts';

/** `rubric.yml` of one project. */
export const Rubric = z.strictObject({
  title: z.string().min(1),
  /** One sentence for the learner: what they will have made. */
  summary: z.string().min(1),
  grader: Slug,
  limits: Limits.default(() => Limits.parse({})),
  stages: z.array(RubricStage).min(1),
  /** The decision that each folder of `examples/` must get. */
  examples: z.record(Slug, DecisionName).default({}),
});
export type Rubric = z.infer<typeof Rubric>;
