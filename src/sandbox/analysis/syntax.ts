import { z } from 'zod';
import type { Analysis } from './analysis.ts';

/** Why a file was not read to its end. */
export const Unread = z.enum([
  /** It is larger, has more lines, or a longer line, than is read. */
  'bytes',
  'lines',
  'line-length',
  /** It needs more time or memory than one file may, or is nested too deeply. */
  'time',
  'memory',
  'nesting',
  /** The parser ended without a word. */
  'crash',
  /** So many files before it had to be given up, or so much time had passed, that it was not begun. */
  'not-begun',
]);
export type Unread = z.infer<typeof Unread>;

const count = z.number().int().nonnegative();

/** What keeps a file from being run, and where; line and column are counted from 1. */
const Problem = z.object({
  line: count.positive().nullable(),
  column: count.positive().nullable(),
  /** In the words of what runs the language, so that the learner finds them again at home. */
  message: z.string().max(1000),
  /** The same in plainer words, where there are any. */
  hint: z.string().max(1000).nullable(),
});
export type Problem = z.infer<typeof Problem>;

const SourceFile = z.object({
  path: z.string(),
  language: z.string().max(40),
  bytes: count,
  lines: count,
  problem: Problem.nullable(),
  unread: Unread.nullable(),
});
export type SourceFile = z.infer<typeof SourceFile>;

export const SyntaxReport = z.object({
  /** The files in a language that the grader knows, in the order of their paths. */
  files: z.array(SourceFile).max(10_000),
  /** How many more there were than are looked at. */
  leftOut: count,
});
export type SyntaxReport = z.infer<typeof SyntaxReport>;

/** Which source files there are, and which of them cannot be parsed. */
export const syntaxAnalysis: Analysis<SyntaxReport> = { name: 'syntax', report: SyntaxReport };
