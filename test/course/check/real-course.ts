import { without, type CourseFiles } from '../small-course.ts';

const courseYml = `title: Real course
repositories: '{project}-{login}'
units:
  - id: basics
    title: Basics
    effortHours: 4
    projects: [sums]
`;

const rubricYml = `title: Sums
summary: You will have written two functions that count.
grader: node
stages:
  - id: functionality
    threshold: 0.8
    criteria:
      - id: adds
        title: It adds
        why: Adding is the beginning of every bill.
        skills: [numbers]
        essential: true
        evidence:
          - test: Sums > adds two numbers
          - test: Sums > adds any two numbers
            hint: Try it on paper.
        correctives:
          - kind: read
            text: Find out about numbers.
          - kind: pair
            text: Count aloud with somebody.
      - id: halves
        title: It halves
        why: Sharing needs halves.
        skills: [numbers]
        evidence:
          - test: Halves > halves a number
        correctives:
          - kind: read
            text: Find out about division.
examples:
  adds-alone: not-yet
`;

const head = `import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { submission } from 'touchstone';
const { add, half } = await submission.load('index.js');
`;

const hidden = (halved: string) => `${head}describe('Sums', () => {
  test('adds any two numbers', () => {
    const [a, b] = [submission.random(), submission.random()];
    assert.equal(add(a, b), a + b);
  });
});
describe('Halves', () => {
  test('halves a number', () => assert.equal(${halved}));
});
`;

const right = `export const half = (n) => n / 2;\n`;

/** A course of one project whose assessment is right, with work in JavaScript that is really marked. */
export const realCourse: Readonly<CourseFiles> = {
  'course.yml': courseYml,
  'sums/rubric.yml': rubricYml,
  'sums/brief.md': '# Sums\n',
  'sums/starter/package.json': '{ "type": "module" }',
  'sums/starter/index.js': 'export const add = () => undefined;\nexport const half = () => undefined;\n',
  'sums/tests/public/sums.test.js': `${head}describe('Sums', () => {
  test('adds two numbers', () => assert.equal(add(1, 2), 3));
});
`,
  'sums/tests/hidden/sums.test.js': hidden('half(8), 4'),
  'sums/solutions/arrow/package.json': '{ "type": "module" }',
  'sums/solutions/arrow/index.js': `export const add = (a, b) => a + b;\n${right}`,
  'sums/solutions/loop/package.json': '{ "type": "module" }',
  'sums/solutions/loop/index.js': `export function add(...all) {\n  let sum = 0;\n  for (const one of all) sum += one;\n  return sum;\n}\n${right}`,
  'sums/examples/adds-alone/package.json': '{ "type": "module" }',
  'sums/examples/adds-alone/index.js': 'export const add = (a, b) => a + b;\nexport const half = (n) => n;\n',
  'sums/variants/takes-away/index.js': `export const add = (a, b) => a - b;\n${right}`,
};

/** The same course with two parallel forms of its hidden tests, which are all in them. */
export const courseInForms: Readonly<CourseFiles> = {
  ...without(realCourse, 'sums/tests/hidden'),
  'sums/tests/forms/even/sums.test.js': hidden('half(8), 4'),
  'sums/tests/forms/odd/sums.test.js': hidden('half(7), 3.5'),
};

const ownTests = `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { add, half } from './index.js';
test('adds', () => assert.equal(add(1, 2), 3));
test('halves', () => assert.equal(half(3), 1.5));
`;

/** The same course with a criterion for the tests that learners write. */
export const courseWithOwnTests: Readonly<CourseFiles> = {
  ...realCourse,
  'sums/rubric.yml': rubricYml.replace(
    'examples:\n',
    `      - id: tests
        title: The tests notice
        why: Tests are read by those who come after.
        skills: [testing]
        evidence:
          - ownTests: pass
          - ownTests: catch
            variant: rounds
        correctives:
          - kind: read
            text: Find out about tests.
examples:
`,
  ),
  'sums/solutions/arrow/index.test.js': ownTests,
  'sums/solutions/loop/index.test.js': ownTests,
  'sums/variants/rounds/index.js':
    'export const add = (a, b) => a + b;\nexport const half = (n) => Math.round(n / 2);\n',
};
