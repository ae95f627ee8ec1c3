import { z } from 'zod';
import { Remark } from '../similarity/reading/remark.ts';

const Share = z.number().min(0).max(1);

const Place = z.strictObject({
  file: z.string(),
  /** Lines are counted from 1, both ends included. */
  start: z.int().positive(),
  end: z.int().positive(),
});

/** What `touchstone similarity --format json` prints (docs/design.md, 'The command line'). */
export const SimilarityDocument = z.strictObject({
  cut: Share,
  pairs: z
    .array(
      z.strictObject({
        a: z.string(),
        b: z.string(),
        score: Share,
        fragments: z.array(z.strictObject({ a: Place, b: Place }).readonly()).readonly(),
      }),
    )
    .readonly(),
  groups: z
    .array(
      z.strictObject({
        members: z.array(z.string()).readonly(),
        score: Share,
        rarity: Share,
        summary: z.string(),
        places: z.array(Place.extend({ member: z.string() })).readonly(),
      }),
    )
    .readonly(),
  remarks: z.array(Remark.extend({ submission: z.string().nullable() })).readonly(),
});
export type SimilarityDocument = z.infer<typeof SimilarityDocument>;
