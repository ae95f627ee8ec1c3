import { z } from 'zod';
import { CorrectiveKind } from './course/corrective.ts';
import { DecisionName } from './course/decision.ts';
import { StageId } from './course/stage.ts';
import { LearnerHistory } from './history.ts';

/** One test's outcome as the learner may see it. Hidden tests carry no `expected`, no `actual` and no raw message. */
export const Evidence = z.strictObject({
  /** The test's full name. */
  id: z.string(),
  /** Told to the learner as it stands: the author's hint, a limit that was hit, or (public tests) the failed assertion. */
  status: z.enum(['passed', 'failed', 'error', 'timeout']),
  message: z.string().nullable(),
  expected: z.string().nullable(),
  actual: z.string().nullable(),
  /** A path in the submission, where the failure can be placed. */
  file: z.string().nullable(),
  /** Counted from 1. */
  line: z.number().int().positive().nullable(),
  /** Of a rule: how often it is broken, and where; the first of the places is `file` and `line`. */
  count: z.number().int().positive().optional(),
  places: z
    .array(z.strictObject({ file: z.string(), line: z.number().int().positive(), message: z.string() }))
    .optional(),
});
export type Evidence = z.infer<typeof Evidence>;

export const CriterionResult = z.strictObject({
  id: z.string(),
  title: z.string(),
  met: z.boolean(),
  essential: z.boolean(),
  /** Share of its evidence that passed, 0 to 1. */
  score: z.number().min(0).max(1),
  evidence: z.array(Evidence),
});
export type CriterionResult = z.infer<typeof CriterionResult>;

/** Something in a submission that is there to get round the rules, such as a comment that switches one off. It changes nothing. */
export const Attempt = z.strictObject({
  kind: z.enum(['comment', 'configuration', 'ignore-file', 'marker', 'extension', 'text']),
  file: z.string(),
  line: z.number().int().positive().nullable(),
  /** As it is written there. */
  what: z.string(),
});
export type Attempt = z.infer<typeof Attempt>;

/** How a stage ended. `broken` is our fault or the author's: it never lowers a mark and is retried. */
export const StageResult = z.strictObject({
  id: StageId,
  status: z.enum(['completed', 'skipped', 'broken']),
  /** Why it was skipped or is broken; null when completed. */
  reason: z.string().nullable(),
  /** Of a broken stage: who can mend it. */
  audience: z.enum(['author', 'operator']).optional(),
  score: z.number().min(0).max(1),
  threshold: z.number(),
  met: z.boolean(),
  criteria: z.array(CriterionResult),
  /** Which parallel form of the hidden tests was run, where there are several. */
  form: z.string().optional(),
  /** What the tests drew their inputs from: 32 bits. */
  seed: z.number().int().nonnegative().optional(),
  /** The images that it was found with, by the hashes of their content. */
  images: z.array(z.string()).optional(),
  /** Tests that the solution itself does not always pass: for the author. They are not held against the learner. */
  flaky: z.array(z.string()).optional(),
  /** What is in the submission to get round the stage's rules. It has changed nothing. */
  attempts: z.array(Attempt).optional(),
});
export type StageResult = z.infer<typeof StageResult>;

/**
 * What a remark asks for. `essential`: without it nothing is mastered. `actionable`: the stage is not met, and this is part of it.
 * `informative`: the stage is met, and the work could still gain.
 */
export const RemarkKind = z.enum(['essential', 'actionable', 'informative']);
export type RemarkKind = z.infer<typeof RemarkKind>;

/** One thing to do next, in the author's words. Every text is marked text (`marked-text.ts`). */
export const Feedback = z.strictObject({
  criterion: z.string(),
  /** What it is about, in a few words: the criterion's title, or what stops the tests of several criteria. */
  title: z.string(),
  /** What was seen. Foreign values are quoted in it. */
  what: z.string(),
  why: z.string(),
  next: z.string(),
  read: z.string().nullable(),
  /** Which of the criterion's correctives `next` is, counted from 1; null where it is none. */
  corrective: z
    .strictObject({ number: z.number().int().positive(), kind: CorrectiveKind })
    .nullable()
    .default(null),
  /** Every corrective has been given and the criterion is still missed: a person has to look at it with the learner. */
  callsStaff: z.boolean().default(false),
  kind: RemarkKind.default('actionable'),
});
export type Feedback = z.infer<typeof Feedback>;

/** A file of the submission that was left out of marking, and why, in words for the learner. */
export const DroppedFile = z.strictObject({ path: z.string(), reason: z.string() });
export type DroppedFile = z.infer<typeof DroppedFile>;

/**
 * Why a person should look at what the machine has found. `borderline`: one item of evidence more or less would decide otherwise.
 * `attempts`: something in the submission is there to get round the rules.
 */
export const Doubt = z.strictObject({ kind: z.enum(['borderline', 'attempts']), stage: StageId });
export type Doubt = z.infer<typeof Doubt>;

/** What a decision was made with: with these and the stored evidence it can be made again, and comes out the same. */
export const MadeWith = z.strictObject({
  /** Of the rubric as it was then, in hexadecimal (`rubricId`). */
  rubric: z.string(),
  /** The commit of the course's repository; null where the course is in none. */
  courseCommit: z.string().nullable(),
  /** The folder of the grader; null where nothing was run. */
  grader: z.string().nullable(),
  history: LearnerHistory,
  /** How many next steps were named at most, by the course's policies. */
  nextSteps: z.int().positive().optional(),
  /** People and what is found have not agreed often enough on this project, so a person looks at every attempt. */
  personMustLook: z.literal(true).optional(),
});
export type MadeWith = z.infer<typeof MadeWith>;

/** Everything that one marking found; the document that `mark --format json` prints, with what the report needs besides. */
export const Marking = z.strictObject({
  project: z.string(),
  /** Only public tests ran: never 'mastered'. */
  partial: z.boolean(),
  decision: DecisionName.nullable(),
  /** For staff; whether they decide is the rubric's choice. */
  doubts: z.array(Doubt).default([]),
  stages: z.array(StageResult),
  feedback: z.array(Feedback),
  durationMs: z.record(z.string(), z.number()),
  /** The learner has not changed the starter yet. */
  untouchedStarter: z.boolean(),
  dropped: z.array(DroppedFile),
  madeWith: MadeWith.optional(),
  /** Set where the assessment was mended and the same submission was marked again: what its decision was before. */
  regraded: z.strictObject({ before: DecisionName.nullable() }).optional(),
});
export type Marking = z.infer<typeof Marking>;
