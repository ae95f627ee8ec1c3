import { z } from 'zod';
import { LANGUAGES } from '../language.ts';
import { Remark } from '../remark.ts';
import { Packed } from './packed.ts';

const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** What the process that reads is asked: one submission. */
export const Question = z.strictObject({
  files: z.array(z.tuple([z.string(), Bytes])),
  only: z.enum(LANGUAGES).nullable(),
  asWords: z.array(z.string()),
  tokens: z.number(),
});
export type Question = z.infer<typeof Question>;

/** What it says: that it can be asked, which file it begins, what it has read. */
export const Answer = z.discriminatedUnion('says', [
  z.strictObject({ says: z.literal('ready') }),
  z.strictObject({ says: z.literal('reading'), path: z.string() }),
  z.strictObject({ says: z.literal('read'), packed: Packed, remarks: z.array(Remark) }),
  z.strictObject({ says: z.literal('failed'), why: z.string() }),
]);
export type Answer = z.infer<typeof Answer>;
