import { z } from 'zod';

/** What whoever looks at the result should know of how a submission was read. */
export const Remark = z.strictObject({
  /** A file; null: all of the submission. */
  path: z.string().nullable(),
  says: z.enum(['left-out', 'read-as-words']),
  /** Follows on 'because', without a full stop. */
  why: z.string(),
});
export type Remark = z.infer<typeof Remark>;
