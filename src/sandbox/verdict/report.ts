import type { CTRFReport } from 'ctrf';
import { z } from 'zod';

/** Where something happened in the submission; untrusted. */
const Place = { file: z.string().nullable(), line: z.number().nullable() };

/** Why a test did not pass, as the runner saw it (docs/graders.md, 'The report'). */
export const Cause = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('assertion'),
    message: z.string(),
    expected: z.string().nullable(),
    actual: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('learner'),
    name: z.string(),
    message: z.string(),
    ...Place,
    beforeAnyCall: z.boolean(),
  }),
  z.object({ kind: z.literal('limit'), reason: z.string() }),
  z.object({ kind: z.literal('framework-timeout') }),
  z.object({ kind: z.literal('author'), message: z.string() }),
  z.object({ kind: z.literal('thrown'), message: z.string() }),
]);
export type Cause = z.infer<typeof Cause>;

const ReportedTest = z.object({
  name: z.string(),
  status: z.enum(['passed', 'failed', 'skipped', 'pending', 'other']),
  duration: z.number().min(0),
  filePath: z.string(),
  extra: z.object({ cause: Cause.nullable() }),
});
export type ReportedTest = z.infer<typeof ReportedTest>;

/** The runner's report: a CTRF document with what CTRF has no place for under `extra`. */
export const RunnerReport = z.object({
  reportFormat: z.literal('CTRF'),
  specVersion: z.string(),
  results: z.object({
    tool: z.object({ name: z.string() }),
    summary: z.object({
      tests: z.number(),
      passed: z.number(),
      failed: z.number(),
      skipped: z.number(),
      pending: z.number(),
      other: z.number(),
      start: z.number(),
      stop: z.number(),
    }),
    tests: z.array(ReportedTest),
    extra: z.object({ broken: z.array(z.object({ file: z.string(), cause: Cause })) }),
  }),
}) satisfies z.ZodType<CTRFReport>;
export type RunnerReport = z.infer<typeof RunnerReport>;
