import { expect, test } from 'vitest';
import { checking } from '../checking.ts';
import { realCourse } from '../real-course.ts';
import { changed, type CourseFiles } from '../../small-course.ts';

const check = checking();

const inJavaScript: CourseFiles = {
  ...realCourse,
  'sums/solutions/arrow/index.js': `export const add = (a, b) => (b === 0 ? a : a + b);
export const half = (n) => {
  let halved = 0;
  while (halved * 2 < n) halved += 1;
  return halved;
};
`,
  // Neither what the starter has, nor tests, are what the learner could get wrong.
  'sums/starter/given.js': 'export const given = 1 + 1;\n',
  'sums/solutions/arrow/given.js': 'export const given = 1 + 1;\n',
  'sums/solutions/arrow/index.test.js': 'export const tested = 1 + 1;\n',
};

const asPython: Record<string, string> = {
  'sums/starter/price.py': 'def price(age):\n    pass\n',
  'sums/solutions/arrow/price.py':
    'def price(age):\n    # é\n    if age < 6:\n        return 0\n    return 8\n',
  'sums/solutions/loop/price.py': 'def price(age):\n    return 8 * (age >= 6)\n',
  'sums/tests/public/test_price.py': `from touchstone import submission
price = submission.load("price.py")
def test_grown_ups_pay():
    assert price.price(30) == 8
`,
  'sums/tests/hidden/test_children.py': `from touchstone import submission
price = submission.load("price.py")
def test_children_are_free():
    assert price.price(3) == 0
`,
};

const asked = realCourse['sums/rubric.yml']!;
const inPython: CourseFiles = {
  ...asPython,
  'course.yml': realCourse['course.yml']!,
  'sums/brief.md': realCourse['sums/brief.md']!,
  'sums/rubric.yml': asked
    .replace('grader: node', 'grader: python')
    .replace('Sums > adds two numbers', 'test_grown_ups_pay')
    .replace('          - test: Sums > adds any two numbers\n            hint: Try it on paper.\n', '')
    .replace('Halves > halves a number', 'test_children_are_free')
    .replace('examples:\n  adds-alone: not-yet\n', ''),
};

test('in JavaScript, one that is as right as the solution is something to look at, and nothing to mend', async () => {
  const { code, out, err } = await check(inJavaScript, { mutants: 100, annotations: true });
  expect(out).toMatch(
    /sums\s+│ 1\s+│ 2 of 2\s+│ not yet │ 1 of 1\s+│ 1 of 1\s+│ (\d+) of (?!\1 )\d+\s+│ nothing/,
  );
  expect(out).toContain('There is nothing to mend.');
  const line = 'export const add = (a, b) => (false ? a : a + b);';
  expect(out).toContain(
    `sums/solutions/arrow/index.js:1: no test notices that b === 0 became false: ${line}\n`,
  );
  expect(err).toContain(
    `::notice file=sums/solutions/arrow/index.js,line=1,col=31,title=Touchstone::no test notices that b === 0 became false: ${line}\n`,
  );
  // One that goes on for ever is noticed by its limit.
  expect(out).not.toContain('index.js:4:');
  expect(out).not.toContain('given.js');
  expect(out).not.toContain('index.test.js');
  expect(code).toBe(0);
});

test('in Python, what the tests leave open is said with its line, before and after', async () => {
  const { code, out } = await check(inPython, { mutants: 100, format: 'json' });
  expect(JSON.parse(out)).toMatchObject({
    ok: true,
    projects: [{ project: 'sums', mutants: { right: 5, of: 7 } }],
    findings: [],
  });
  expect((JSON.parse(out) as { unnoticed: unknown[] }).unnoticed).toEqual([
    {
      project: 'sums',
      file: 'sums/solutions/arrow/price.py',
      line: 3,
      column: 12,
      before: '<',
      after: '<=',
      reads: 'if age <= 6:',
      message: 'no test notices that < became <=: if age <= 6:',
    },
    expect.objectContaining({ line: 3, before: '6', after: '7', reads: 'if age < 7:' }),
  ]);
  expect(code).toBe(0);
});

test('of an answer that is not right none are tried', async () => {
  const wrong = changed(inPython, 'sums/tests/hidden/test_children.py', '== 0', '== 1');
  const { code, out } = await check(wrong, { mutants: 3, format: 'json' });
  expect(JSON.parse(out)).toMatchObject({ projects: [{ mutants: { right: 0, of: 0 } }], unnoticed: [] });
  expect(code).toBe(1);
});
