import { z } from 'zod';
import { MeasureName } from '../../domain/course/evidence.ts';
import type { FileMap } from '../../domain/course/file-map.ts';
import type { Analysis, AnalysisRequest } from './analysis.ts';
import type { AnalysisLimits } from './limits.ts';
import { Unread } from './syntax.ts';

/** The grader whose analyst reads for style; it is the same for submissions of every language. */
export const STYLE_GRADER = 'style';

/**
 * The tools of all languages stand ready at once: measured, they take 410 MB before the first file, and 4 s of CPU time to start.
 * So an analyst reads many submissions, as data, and of its tools each that met with trouble is replaced in between.
 */
export const STYLE_LIMITS: AnalysisLimits = { seconds: 30, memoryMiB: 768, submissions: 100 };

/**
 * A rule by its tool and its own name: `eslint/no-var`, `eslint/@typescript-eslint/no-explicit-any`, `ruff/F841`,
 * `html/no-dup-id`, `css/block-no-empty`. `options` are those of the tool, without a severity; for Ruff one object of
 * its lint settings, such as `{ mccabe: { 'max-complexity': 5 } }`.
 */
export interface AskedRule {
  rule: string;
  options: unknown[];
}

/** What is looked for. */
export interface StyleOptions {
  rules: AskedRule[];
  /**
   * `leastTokens`: from how many tokens on a repetition counts. Null: repetitions are not looked for, unless
   * `duplication` is to be measured; then 50 tokens count.
   */
  duplication: { leastTokens: number } | null;
  /**
   * Files that do not count, as picomatch patterns, besides what never does: `node_modules`, `vendor`, `dist`, `build`,
   * `coverage`, `*.min.js`, `*.min.css` unless the program uses them, and files that the starter already says are generated.
   */
  generated: string[];
  /** What is measured. */
  measures: MeasureName[];
}

/** What the analyst is told: paths that begin with `starter` are the starter's files, all others the submission's. */
export interface StyleInstructions extends StyleOptions {
  starter: string;
}

const count = z.number().int().nonnegative();
const line = count.positive();
const path = z.string().max(4096);
const MOST_SHOWN = 20;

/** Why a file was not read to its end; `syntax`: it is not in its language. */
export const StyleUnread = z.enum([...Unread.options, 'syntax']);
export type StyleUnread = z.infer<typeof StyleUnread>;

/** `JSX` and `TSX` are known by their names alone; CSS and scripts within HTML are not looked at. */
export const StyleLanguage = z.enum(['JavaScript', 'TypeScript', 'JSX', 'TSX', 'Python', 'HTML', 'CSS']);
export type StyleLanguage = z.infer<typeof StyleLanguage>;

const StyleFile = z.object({
  path,
  language: StyleLanguage,
  lines: count,
  /** Whether what is in it counts. */
  counted: z.boolean(),
  /** Why it does not: it is the starter's as it was, or somebody else's. */
  why: z.enum(['starter', 'generated', 'vendored']).nullable(),
  /** Of a file that counts: why nothing, or not everything, is known of it. */
  unread: StyleUnread.nullable(),
});
export type StyleFile = z.infer<typeof StyleFile>;

const Place = z.object({ file: path, line, column: line, message: z.string().max(500) });
const RuleFound = z.object({
  rule: z.string(),
  /** How often the submission breaks the rule; what the starter already had is left out. */
  count,
  /** Where, in the order of files and lines: the first 20. */
  places: z.array(Place).max(MOST_SHOWN),
});
export type RuleFound = z.infer<typeof RuleFound>;

/** A rule that could not be looked for: the author's mistake, in the words of the tool. */
const RefusedRule = z.object({ rule: z.string(), message: z.string().max(1000) });
export type RefusedRule = z.infer<typeof RefusedRule>;

const Passage = z.object({ file: path, start: line, end: line });
/** `a` is the repetition, and `b` what it repeats; both from line `start` to line `end`. */
const Clone = z.object({ lines: line, a: Passage, b: Passage });
export type Clone = z.infer<typeof Clone>;

const Duplication = z.object({
  /** How many of 100 lines of the files that count repeat others: what could go without loss. */
  percent: z.number().min(0).max(100),
  /** The longest first: the first 20. */
  clones: z.array(Clone).max(MOST_SHOWN),
});
export type Duplication = z.infer<typeof Duplication>;

const MeasuredPlace = Place.extend({
  /** What was measured there; null where the places together make up the value, as repetitions and cycles do. */
  value: count.nullable(),
});
export type MeasuredPlace = z.infer<typeof MeasuredPlace>;

const Measured = z.object({
  measure: MeasureName,
  /** Of the worst in the submission, or how many there are; `duplication`: the percentage. */
  value: z.number().min(0),
  /** Where it is worst, the worst first: the first 5. What the starter already had is left out. */
  places: z.array(MeasuredPlace).max(5),
});
export type Measured = z.infer<typeof Measured>;

/** The places that are above what may be: those that the learner has to look at. */
export function placesAbove({ places }: Measured, most: number): MeasuredPlace[] {
  return places.filter(({ value }) => value === null || value > most);
}

/** Something in the submission that is there to switch rules off. It has changed nothing. */
const StyleAttempt = z.object({
  kind: z.enum(['comment', 'configuration', 'ignore-file', 'marker', 'extension', 'text']),
  file: path,
  line: line.nullable(),
  /** As it is written there. */
  what: z.string().max(120),
});
export type StyleAttempt = z.infer<typeof StyleAttempt>;

export const StyleReport = z.object({
  /** The files in a language that is read, in the order of their paths. */
  files: z.array(StyleFile).max(2_000),
  /** One for each rule that was asked for and not refused, in that order. */
  rules: z.array(RuleFound),
  unknownRules: z.array(RefusedRule),
  /** One for each measure that was asked for, in that order. */
  measures: z.array(Measured),
  /** Null where nobody asked. */
  duplication: Duplication.nullable(),
  /** The first 200, in the order of files and lines. */
  attempts: z.array(StyleAttempt).max(200),
  /** How many more files there were than are looked at. */
  leftOut: count,
});
export type StyleReport = z.infer<typeof StyleReport>;

/** What a submission's style is like, by the author's rules alone. */
export const styleAnalysis: Analysis<StyleReport> = { name: 'style', report: StyleReport };

/**
 * What the sandbox is asked. `starter`: what every submission began with, whose faults are nobody's. Without `measures`
 * nothing is measured.
 */
export function styleRequest(
  submission: FileMap,
  starter: FileMap,
  options: Omit<StyleOptions, 'measures'> & Partial<Pick<StyleOptions, 'measures'>>,
): Pick<AnalysisRequest<StyleReport>, 'grader' | 'submission' | 'analysis' | 'options' | 'limits'> {
  const prefix = prefixBeside(submission);
  const instructions: StyleInstructions = { measures: [], ...options, starter: prefix };
  return {
    grader: STYLE_GRADER,
    submission: new Map([
      ...submission,
      ...[...starter].map(([path, bytes]) => [`${prefix}${path}`, bytes] as const),
    ]),
    analysis: styleAnalysis,
    options: instructions,
    limits: STYLE_LIMITS,
  };
}

/** Paths of a submission are relative, so none begins like this; but whoever makes one up gets no say either. */
function prefixBeside(submission: FileMap): string {
  let prefix = '/starter/';
  while ([...submission.keys()].some((path) => path.startsWith(prefix))) prefix = `/${prefix}`;
  return prefix;
}
