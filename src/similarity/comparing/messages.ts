import { z } from 'zod';
import { Packed } from '../reading/process/packed.ts';

const Place = z.strictObject({ file: z.string(), start: z.number(), end: z.number() });

/** What the process that compares is asked. Works are as `stored-reading.ts` writes them. */
export const Question = z.discriminatedUnion('what', [
  /** How a work goes into the index. `before`: the learner's work before it. `at`: when it was handed in, ms since 1970. */
  z.strictObject({
    what: z.literal('index'),
    files: Packed,
    starter: Packed,
    before: z.string().nullable(),
    at: z.number(),
  }),
  /** What some works of a project have in common; those of earlier cohorts and of other projects tell what is rare. */
  z.strictObject({
    what: z.literal('compare'),
    works: z.array(z.strictObject({ id: z.string(), reading: z.string() })),
    history: z.array(z.string()),
    background: z.array(z.string()),
    starter: Packed,
    idioms: Packed,
  }),
]);
export type Question = z.infer<typeof Question>;

/** Where a work has what it shares, and since when (ms since 1970; null: nobody can tell). */
const Having = z.strictObject({ id: z.string(), places: z.array(Place), since: z.number().nullable() });
const Shared = z.strictObject({ score: z.number(), marks: z.array(z.number()), members: z.array(Having) });
export type Shared = z.infer<typeof Shared>;

export const Indexed = z.strictObject({ sketch: z.array(z.number()), reading: z.string() });
export type Indexed = z.infer<typeof Indexed>;

/** `cut`: pairs from this score on are worth a look, unless a rubric says something else. */
export const Compared = z.strictObject({
  cut: z.number(),
  pairs: z.array(Shared),
  groups: z.array(Shared),
});
export type Compared = z.infer<typeof Compared>;

export const Answer = z.discriminatedUnion('says', [
  z.strictObject({ says: z.literal('ready') }),
  z.strictObject({ says: z.literal('indexed'), indexed: Indexed }),
  z.strictObject({ says: z.literal('compared'), compared: Compared }),
  z.strictObject({ says: z.literal('failed'), why: z.string() }),
]);
export type Answer = z.infer<typeof Answer>;
