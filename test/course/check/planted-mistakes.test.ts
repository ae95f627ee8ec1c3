import { describe, expect, test } from 'vitest';
import { changed, type CourseFiles, without } from '../small-course.ts';
import { checking } from './checking.ts';
import { courseInForms, courseWithOwnTests, realCourse } from './real-course.ts';

const check = checking();
const inFile = (file: string, from: string, to: string) => changed(realCourse, file, from, to);
const inRubric = (from: string, to: string) => inFile('sums/rubric.yml', from, to);
const inHidden = (from: string, to: string) => inFile('sums/tests/hidden/sums.test.js', from, to);
const inCourse = (from: string, to: string) => inFile('course.yml', from, to);
const inForm = (form: 'even' | 'odd', from: string, to: string) =>
  changed(courseInForms, `sums/tests/forms/${form}/sums.test.js`, from, to);
const withOwnTests = (file: string, from: string, to: string) => changed(courseWithOwnTests, file, from, to);
const ASKS_FOR_HALF = '          - test: Halves > halves a number\n';
const HIDDEN_END = "test('halves a number', () => assert.equal(half(8), 4));\n";

test('a course that is right has nothing to mend', async () => {
  const { code, out } = await check(realCourse);
  expect(out).toMatch(/sums\s+│ 1\s+│ 2 of 2\s+│ not yet │ 1 of 1\s+│ 1 of 1\s+│ none\s+│ nothing/);
  expect(out).toContain('There is nothing to mend.');
  expect(code).toBe(0);
});

test('a course in parallel forms is tried in each of them', async () => {
  const { code, out } = await check(courseInForms);
  expect(out).toMatch(/sums\s+│ 2\s+│ 2 of 2\s+│ not yet │ 1 of 1\s+│ 1 of 1\s+│ none\s+│ nothing/);
  expect(code).toBe(0);
});

test('where learners bring tests, the solutions have some that catch what they should', async () => {
  const { code, out } = await check(courseWithOwnTests);
  expect(out).toMatch(/sums\s+│ 1\s+│ 2 of 2\s+│ not yet │ 1 of 1\s+│ 1 of 1\s+│ none\s+│ nothing/);
  expect(code).toBe(0);
});

test('an input that the author says is shown is nothing to mend', async () => {
  const { code, out } = await check(
    inRubric(
      ASKS_FOR_HALF,
      `${ASKS_FOR_HALF}            hint: Is \`half(8)\` half of eight?\n            showsInputs: true\n`,
    ),
  );
  expect(out).toContain('There is nothing to mend.');
  expect(code).toBe(0);
});

describe('what an author got wrong is found, with its place', () => {
  test.each<[what: string, files: CourseFiles, says: string]>([
    [
      'a key that nobody knows',
      inRubric('    threshold: 0.8\n', '    threshold: 0.8\n    colour: red\n'),
      'error sums/rubric.yml:7: unknown key "colour"',
    ],
    [
      'a key that is there twice',
      inRubric('title: Sums\n', 'title: Sums\ntitle: Sums\n'),
      'error sums/rubric.yml:2: this key is there twice',
    ],
    [
      'a fixed date',
      inCourse('    effortHours: 4\n', '    effortHours: 4\n    deadline: 2027-01-31\n'),
      'error course.yml:7: "deadline" is a fixed date',
    ],
    [
      'units in a circle',
      inCourse('    effortHours: 4\n', '    effortHours: 4\n    needs: [basics]\n'),
      'error course.yml:7: these units need each other in a circle',
    ],
    [
      'a project without a folder',
      inCourse('[sums]', '[sums, differences]'),
      'error course.yml:7: the project "differences" has no folder',
    ],
    [
      'a grader that there is not',
      inRubric('grader: node', 'grader: cobol'),
      'error sums/rubric.yml:3: there is no such grader',
    ],
    [
      'a threshold that says nothing',
      inRubric('threshold: 0.8', 'threshold: 0.6'),
      'error sums/rubric.yml:6: "threshold" is wrong',
    ],
    [
      'a low threshold',
      inRubric('threshold: 0.8', 'threshold: 0.75'),
      'warning sums/rubric.yml:6: this threshold is low',
    ],
    [
      'a criterion that is there twice',
      inRubric('id: halves', 'id: adds'),
      'error sums/rubric.yml:22: the criterion "adds" is there twice',
    ],
    [
      'a criterion without evidence',
      inRubric('        evidence:\n          - test: Halves > halves a number\n', '        evidence: []\n'),
      '"evidence" is wrong',
    ],
    [
      'wording that does not help',
      inRubric('Try it on paper.', 'Simply add them.'),
      'warning sums/rubric.yml:16: this wording does not help',
    ],
    [
      'correctives of one kind',
      inRubric('kind: pair', 'kind: read'),
      'warning sums/rubric.yml:20: this corrective is of the same kind',
    ],
    [
      'a corrective that is there twice',
      inRubric('Count aloud with somebody.', 'Find out about numbers.'),
      'error sums/rubric.yml:21: the corrective "Find out about numbers." is there twice',
    ],
    [
      'an example without a decision',
      { ...realCourse, 'sums/examples/odd/index.js': '' },
      'error sums/examples/odd:1: this example has no decision',
    ],
    [
      'an example without a folder',
      inRubric('  adds-alone: not-yet\n', '  adds-alone: not-yet\n  gone: mastered\n'),
      'the example "gone" has no folder',
    ],
    [
      'a single solution',
      without(realCourse, 'sums/solutions/loop'),
      'warning sums/solutions:1: there are too few solutions',
    ],
    [
      'a folder that means nothing',
      { ...realCourse, 'sums/notes/idea.md': '' },
      'warning sums/notes:1: this folder has no meaning',
    ],
    [
      'a test that is not there',
      inRubric('test: Halves > halves a number', 'test: Halves > halves numbers'),
      'error sums/rubric.yml:27: the tests cannot be run',
    ],
    [
      'a test that counts for nothing',
      inHidden(HIDDEN_END, `${HIDDEN_END}  test('halves zero', () => assert.equal(half(0), 0));\n`),
      'error sums/tests/hidden/sums.test.js:1: no criterion names the test "Halves > halves zero"',
    ],
    [
      'a test file that is no program',
      inHidden("describe('Halves', () => {", "describe('Halves', () => {{"),
      'error sums/rubric.yml:5: the tests cannot be run',
    ],
    ['two tests of one name', inHidden(HIDDEN_END, HIDDEN_END + HIDDEN_END), 'the tests cannot be run'],
    [
      'a test that is wrong',
      inHidden('half(8), 4', 'half(8), 5'),
      'error sums/rubric.yml:27: the solution "arrow" does not meet the criterion "halves"',
    ],
    [
      'a test that takes one right answer alone',
      inHidden(
        'assert.equal(add(a, b), a + b);',
        'assert.equal(add(a, b), a + b);\n    assert.equal(add(a, b, 1), a + b);',
      ),
      'error sums/rubric.yml:15: the solution "loop" does not meet the criterion "adds"',
    ],
    [
      'a test that holds for some inputs',
      inHidden('assert.equal(add(a, b), a + b);', 'assert.ok(add(a, b) > 0.9);'),
      'only sometimes',
    ],
    [
      'a starter that has it all',
      inFile(
        'sums/starter/index.js',
        'export const add = () => undefined;\nexport const half = () => undefined;\n',
        'export const add = (a, b) => a + b;\nexport const half = (n) => n / 2;\n',
      ),
      'error sums/starter:1: the starter already has what the project asks for',
    ],
    [
      'an example with another decision',
      inRubric('adds-alone: not-yet', 'adds-alone: mastered'),
      'error sums/rubric.yml:32: the example "adds-alone" gets another decision; it misses halves (found not-yet, expected mastered)',
    ],
    [
      'a fault that no test notices',
      {
        ...realCourse,
        'sums/variants/rounds/index.js':
          'export const add = (a, b) => a + b;\nexport const half = (n) => Math.round(n / 2);\n',
      },
      'error sums/variants/rounds:1: no test notices that this variant of the solution is broken',
    ],
    [
      'a test that one form has and another lacks',
      inForm('odd', "test('halves a number'", "test('halves numbers'"),
      'error sums/tests/forms/odd:1: the tests cannot be run in this form, and they can in another: rubric.yml names the test "Halves > halves a number", but no test file has one of that name.',
    ],
    [
      'a test that one form has besides',
      inForm('odd', "test('halves a number'", "test('halves', () => {});\n  test('halves a number'"),
      'error sums/tests/forms/odd/sums.test.js:1: no criterion names the test "Halves > halves"',
    ],
    [
      'forms that do not agree on an example',
      inForm('odd', 'half(7), 3.5', 'half(0), 0'),
      'error sums/rubric.yml:32: the example "adds-alone" gets another decision in the form "odd" (found mastered, expected not-yet)',
    ],
    [
      'a fault that is noticed in one form alone',
      {
        ...courseInForms,
        'sums/variants/rounds/index.js':
          'export const add = (a, b) => a + b;\nexport const half = (n) => Math.round(n / 2);\n',
      },
      'error sums/variants/rounds:1: no test notices that this variant of the solution is broken in the form "even"',
    ],
    [
      'a test that is wrong in one form',
      inForm('odd', 'half(7), 3.5', 'half(7), 3'),
      'error sums/rubric.yml:27: the solution "arrow" does not meet the criterion "halves" in the form "odd"',
    ],
    [
      'a form that has a file of the shared tests',
      { ...courseInForms, 'sums/tests/hidden/sums.test.js': '' },
      'error sums/tests/forms/even/sums.test.js:1: tests/hidden has a file of this name',
    ],
    [
      'a single form',
      without(courseInForms, 'sums/tests/forms/odd'),
      'warning sums/tests/forms:1: there is one form, so every attempt gets the same tests (found even',
    ],
    [
      'a variant that is not there',
      withOwnTests('sums/rubric.yml', 'variant: rounds', 'variant: halves'),
      'error sums/rubric.yml:38: there is no such variant (found halves, expected one of rounds, takes-away)',
    ],
    [
      'tests that catch, and need not pass',
      withOwnTests('sums/rubric.yml', '          - ownTests: pass\n', ''),
      'error sums/rubric.yml:36: no criterion asks whether the learner’s tests pass on the solutions',
    ],
    [
      'a variant that can be told by its files',
      { ...courseWithOwnTests, 'sums/variants/rounds/rounds.js': '' },
      'error sums/variants/rounds/rounds.js:1: the first solution has no such file',
    ],
    [
      'a solution without tests of its own',
      without(courseWithOwnTests, 'sums/solutions/loop/index.test.js'),
      'error sums/rubric.yml:36: the solution "loop" does not meet the criterion "tests"',
    ],
    [
      'a solution whose tests take it alone',
      withOwnTests('sums/solutions/arrow/index.test.js', 'half(3), 1.5', 'add.length + half(3), 3.5'),
      'error sums/rubric.yml:36: the solution "arrow" does not meet the criterion "tests"',
    ],
    [
      'a variant that is not broken',
      withOwnTests('sums/variants/rounds/index.js', 'Math.round(n / 2)', '0.5 * n'),
      'error sums/rubric.yml:37: the solution "arrow" does not meet the criterion "tests"',
    ],
    [
      'a hidden test that is called after its inputs',
      changed(
        inHidden(
          HIDDEN_END,
          'for (const n of [46]) test(`halves ${n}`, () => assert.equal(half(n), n / 2));\n',
        ),
        'sums/rubric.yml',
        'halves a number',
        'halves 46',
      ),
      'warning sums/rubric.yml:27: the name of this test has an input of a hidden test in it, so it could be learnt by heart (found "46"',
    ],
    [
      'a hint that has an input of a hidden test in it',
      inRubric(ASKS_FOR_HALF, `${ASKS_FOR_HALF}            hint: Is \`half(8)\` half of eight?\n`),
      'warning sums/rubric.yml:28: this hint has an input of a hidden test in it, so it could be learnt by heart (found "half(8)"',
    ],
    [
      'a corrective that has an input of a hidden test in it',
      changed(
        inHidden('half(8), 4', 'half(4711), 2355.5'),
        'sums/rubric.yml',
        'Find out about division.',
        'Halve 4711 on paper.',
      ),
      'warning sums/rubric.yml:30: learners read this, and it has an input of a hidden test in it, so it could be learnt by heart (found "4711"',
    ],
    [
      'a criterion that nobody can miss',
      inHidden('assert.equal(half(8), 4)', 'half(8)'),
      'nothing misses the criterion "halves", not even the starter',
    ],
  ])('%s', async (_what, files, says) => {
    const { code, out } = await check(files);
    expect(out).toContain(says);
    expect(code).toBe(1);
  });
});

test('findings are annotations on GitHub, beside their lines', async () => {
  const files = inRubric('adds-alone: not-yet', 'adds-alone: mastered');
  const { err, out } = await check(files, { annotations: true, format: 'json' });
  expect(err).toContain(
    '::error file=sums/rubric.yml,line=32,col=15,title=Touchstone::the example "adds-alone" gets another decision; it misses halves (found not-yet, expected mastered)\n',
  );
  expect(JSON.parse(out)).toMatchObject({
    ok: false,
    projects: [{ project: 'sums', solutions: { right: 2, of: 2 }, examples: { right: 0, of: 1 } }],
    findings: [{ level: 'error', line: 32 }],
  });
});
