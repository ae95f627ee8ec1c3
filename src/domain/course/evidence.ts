import { z } from 'zod';
import { Slug } from './slug.ts';
import { Words } from './words.ts';

const hint = Words.optional().describe(
  'What is said of it where its own values are not shown, besides its title. A question helps more than an answer.',
);

/** One test. */
export const TestEvidence = z.strictObject({
  test: Words.describe("The test's full name: the names of its groups and its own, joined with ' > '."),
  hint,
  showsInputs: z
    .boolean()
    .optional()
    .describe('True where learners may read inputs of this hidden test, in its name or its hint.'),
});
export type TestEvidence = z.infer<typeof TestEvidence>;

/** What the learner's own tests do with work that is known to be right, or wrong. */
export const OwnTestsEvidence = z.strictObject({
  ownTests: z
    .enum(['pass', 'catch'])
    .describe("'pass': they pass on every solution. 'catch': they fail on the variant, which is broken."),
  variant: Slug.optional().describe("With 'catch': a folder of variants/."),
  hint,
});
export type OwnTestsEvidence = z.infer<typeof OwnTestsEvidence>;

/** A rule of a style tool. */
export const RuleEvidence = z.strictObject({
  rule: z
    .string()
    .regex(/^(?:eslint|ruff|html|css)\/.+$/, {
      error:
        'expected a tool and its rule: "eslint/no-var", "ruff/F841", "html/no-dup-id", "css/block-no-empty"',
    })
    .describe(
      'A tool and its rule: eslint/no-var, eslint/@typescript-eslint/no-explicit-any, ruff/F841, html/no-dup-id, css/block-no-empty.',
    ),
  options: z.array(z.unknown()).optional().describe("The rule's own options, without a severity."),
  most: z.number().int().nonnegative().default(0).describe('How often it may be broken.'),
  hint,
});
export type RuleEvidence = z.infer<typeof RuleEvidence>;

/** What is measured of a submission's own files; see the author's guide for what each is counted in. */
export const MeasureName = z.enum([
  'duplication',
  'file-lines',
  'function-lines',
  'nesting',
  'coupling',
  'import-cycles',
  'unrelated-parts',
]);
export type MeasureName = z.infer<typeof MeasureName>;

/** A measure that must not go beyond a number. */
export const MeasureEvidence = z.strictObject({
  measure: MeasureName.describe(
    'duplication (lines in a hundred), file-lines, function-lines, nesting, coupling, import-cycles or unrelated-parts.',
  ),
  most: z.number().nonnegative().describe('The most that is taken.'),
  hint,
});
export type MeasureEvidence = z.infer<typeof MeasureEvidence>;

/** What a person looks at. */
export const QuestionEvidence = z.strictObject({
  question: Words.describe('What a reviewer asks themselves of the work.'),
});
export type QuestionEvidence = z.infer<typeof QuestionEvidence>;

/** What shows that a criterion is met. */
export const AskedEvidence = z.union([
  TestEvidence,
  OwnTestsEvidence,
  RuleEvidence,
  MeasureEvidence,
  QuestionEvidence,
]);
export type AskedEvidence = z.infer<typeof AskedEvidence>;

/** The name under which an asked evidence is reported; a criterion has each but once. */
export function evidenceId(asked: AskedEvidence): string {
  if ('test' in asked) return asked.test;
  if ('ownTests' in asked)
    return asked.variant === undefined
      ? `own tests ${asked.ownTests}`
      : `own tests ${asked.ownTests} ${asked.variant}`;
  if ('rule' in asked) return asked.rule;
  return 'measure' in asked ? asked.measure : asked.question;
}

/** The name of an item of evidence as people read it: a test's is 'group: name', since a '>' looks like a comparison. */
export function readableId(id: string): string {
  return id.replaceAll(' > ', ': ');
}

/** What an item of evidence is called where a learner reads it: the name of a variant would tell what is wrong with it. */
export function evidenceTitle(asked: AskedEvidence): string {
  if (!('ownTests' in asked)) return readableId(evidenceId(asked));
  return asked.ownTests === 'pass'
    ? 'Your own tests pass on every right answer'
    : 'Your own tests notice what does not work';
}

/** The author's hint; a question to a reviewer needs none. */
export function hintOf(asked: AskedEvidence): string | undefined {
  return 'question' in asked ? undefined : asked.hint;
}

/** The tests among what shows a criterion. */
export function testsIn(evidence: readonly AskedEvidence[]): TestEvidence[] {
  return evidence.filter((asked): asked is TestEvidence => 'test' in asked);
}
