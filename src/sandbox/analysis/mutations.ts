import { z } from 'zod';
import type { Analysis } from './analysis.ts';

const count = z.number().int().nonnegative();

/** Of each program the changes that can be made of it, in the order of their places; `start` and `end` are bytes (`Mutation`). */
const MutationsReport = z.object({
  mutations: z
    .array(z.object({ file: z.string(), start: count, end: count, replacement: z.string() }))
    .max(10_000),
});
export type MutationsReport = z.infer<typeof MutationsReport>;

/** Which small changes can be made of work that is known to be right, to see whether its tests notice them. */
export const mutationsAnalysis: Analysis<MutationsReport> = { name: 'mutations', report: MutationsReport };
