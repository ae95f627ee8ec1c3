import { describe, expect, test } from 'vitest';
import type { TestOutcome } from '../../../src/sandbox/sandbox.ts';
import { evidenceOf } from '../../../src/stages/functionality/evidence.ts';

const submission = new Map([['index.js', new TextEncoder().encode('one\ntwo\nthree\n')]]);
const outcome = (more: Partial<TestOutcome>): TestOutcome => ({
  name: 'adds',
  testFile: 'hidden/a.test.js',
  status: 'failed',
  assertion: null,
  learnerError: null,
  limit: null,
  reason: null,
  durationMs: 1,
  ...more,
});
const assertion = { message: 'not equal', expected: '42', actual: '41' };
const learnerError = {
  name: 'TypeError',
  message: 'saw 42',
  file: 'index.js',
  line: 2,
  beforeAnyCall: false,
};
const pub = 'public/a.test.js';

describe('a hidden test', () => {
  test('shows never a value', () => {
    expect(evidenceOf(outcome({ assertion }), submission)).toEqual({
      id: 'adds',
      status: 'failed',
      message: null,
      expected: null,
      actual: null,
      file: null,
      line: null,
    });
    expect(evidenceOf(outcome({ assertion }), submission).message).toBeNull();
  });

  test('shows nothing that the submission says of its errors once it was told something', () => {
    const shown = evidenceOf(outcome({ status: 'error', learnerError }), submission);
    expect(shown).toEqual({
      id: 'adds',
      status: 'error',
      message: null,
      expected: null,
      actual: null,
      file: null,
      line: null,
    });
    expect(evidenceOf(outcome({ learnerError }), submission).message).toBeNull();
  });

  test('shows the words of an error that came before any call', () => {
    const early = { ...learnerError, name: 'SyntaxError', message: 'Unexpected token', beforeAnyCall: true };
    const shown = evidenceOf(outcome({ learnerError: early }), submission);
    expect(shown.message).toBe('SyntaxError: Unexpected token');
  });
});

describe('a public test', () => {
  test('shows expected and actual', () => {
    const shown = evidenceOf(outcome({ testFile: pub, assertion }), submission);
    expect(shown).toMatchObject({ message: 'not equal', expected: '42', actual: '41' });
  });

  test('does not show both values a second time in the message', () => {
    const message = 'Expected values to be strictly equal:\n\n41 !== 42\n';
    const shown = evidenceOf(outcome({ testFile: pub, assertion: { ...assertion, message } }), submission);
    expect(shown).toMatchObject({ message: 'Expected values to be strictly equal', expected: '42' });
  });

  test('shows the words of an error', () => {
    const shown = evidenceOf(outcome({ testFile: pub, learnerError }), submission);
    expect(shown).toMatchObject({ message: 'TypeError: saw 42', line: 2 });
  });

  test('shows nothing that is invisible, and no more than 2,000 characters', () => {
    const nasty = { message: 'a\u202eb\u001b[31m', expected: 'x'.repeat(5000), actual: null };
    const shown = evidenceOf(outcome({ testFile: pub, assertion: nasty }), submission);
    expect(shown.message).toBe('a\\u202eb\\u001b[31m');
    expect(shown.expected).toHaveLength(2000);
  });
});

describe('places', () => {
  test.each([
    ['a file that the submission does not have', 'secret.js', 1, null, null],
    ['a line behind the end', 'index.js', 99, 'index.js', null],
    ['a line that is none', 'index.js', 1.5, 'index.js', null],
  ])('%s', (_what, file, line, shownFile, shownLine) => {
    const shown = evidenceOf(
      outcome({ testFile: pub, learnerError: { ...learnerError, file, line } }),
      submission,
    );
    expect(shown).toMatchObject({ file: shownFile, line: shownLine });
  });
});

test('a limit is told in its own words, hidden or not', () => {
  const shown = evidenceOf(outcome({ status: 'timeout', limit: 'Too long.' }), submission);
  expect(shown).toMatchObject({ status: 'timeout', message: 'Too long.' });
});

test('a test that passed says nothing', () => {
  expect(evidenceOf(outcome({ status: 'passed', assertion }), submission)).toMatchObject({
    message: null,
    expected: null,
  });
});
