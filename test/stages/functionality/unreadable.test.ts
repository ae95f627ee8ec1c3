import { describe, expect, test } from 'vitest';
import type { SourceFile } from '../../../src/sandbox/analysis/syntax.ts';
import type { TestOutcome } from '../../../src/sandbox/sandbox.ts';
import { explained, mayBeUnreadable } from '../../../src/stages/functionality/unreadable.ts';

type LearnerError = NonNullable<TestOutcome['learnerError']>;

const stopped = (error: Partial<LearnerError> | null): TestOutcome => ({
  name: 'a test',
  testFile: 'hidden/a.test.js',
  status: 'error',
  assertion: null,
  learnerError: error && {
    name: 'SyntaxError',
    message: "Unexpected token ';'",
    file: null,
    line: null,
    beforeAnyCall: true,
    ...error,
  },
  limit: null,
  reason: null,
  durationMs: 1,
});

const file = (path: string, more: Partial<SourceFile> = {}): SourceFile => ({
  path,
  language: 'JavaScript',
  bytes: 10,
  lines: 3,
  problem: null,
  unread: null,
  ...more,
});
const faulty = (path: string, message: string, hint: string | null = null) =>
  file(path, { problem: { line: 2, column: 1, message, hint } });

const errorAfter = (error: Partial<LearnerError>, files: SourceFile[]) =>
  explained([stopped(error)], { files, leftOut: 0 })[0]?.learnerError;

describe('what may be unreadable', () => {
  test('is a submission that could not be loaded, where only its own process says why', () => {
    expect(mayBeUnreadable(stopped({}))).toBe(true);
    expect(mayBeUnreadable(stopped({ file: 'a.js', line: 1 }))).toBe(true);
    expect(mayBeUnreadable(stopped({ name: 'RangeError' }))).toBe(true);
    expect(mayBeUnreadable(stopped({ name: 'IndentationError', file: 'a.py' }))).toBe(true);
  });

  test('is not one that stopped at a place of its own, was at work, or only answered wrongly', () => {
    expect(mayBeUnreadable(stopped({ name: 'TypeError', file: 'a.js', line: 1 }))).toBe(false);
    expect(mayBeUnreadable(stopped({ beforeAnyCall: false }))).toBe(false);
    expect(mayBeUnreadable(stopped(null))).toBe(false);
  });
});

describe('the place of an error', () => {
  const message = "Unexpected token ';'";

  test('is in the file of which the analysis says the same', () => {
    const files = [file('ok.js'), faulty('other.js', 'Unexpected end of input'), faulty('cart.js', message)];
    expect(errorAfter({}, files)).toEqual({
      name: 'SyntaxError',
      message,
      file: 'cart.js',
      line: 2,
      beforeAnyCall: true,
    });
  });

  test('is in the file that the submission named, if that cannot be parsed', () => {
    const files = [faulty('a.js', 'one thing'), faulty('b.js', 'another')];
    expect(errorAfter({ file: 'b.js', line: 99 }, files)).toMatchObject({
      file: 'b.js',
      line: 2,
      message: 'another',
    });
  });

  test('is in the file that the message names, and not in one of a similar name', () => {
    const files = [faulty('a.json', 'one thing'), faulty('data.json', 'another')];
    const error = { name: 'Error', message: 'Invalid package config data.json.' };
    expect(errorAfter(error, files)).toMatchObject({ name: 'SyntaxError', file: 'data.json', line: 2 });
    expect(errorAfter({ ...error, message: 'There is no file data.json.bak' }, files)?.file).toBeNull();
  });

  test('comes with the plainer words', () => {
    const files = [faulty('cart.js', message, 'A merge was not finished.')];
    expect(errorAfter({}, files)?.message).toBe(`${message}. A merge was not finished.`);
  });

  test('is a file that is nested too deeply, where there is no other', () => {
    const files = [file('deep.js', { unread: 'nesting' })];
    const error = { name: 'RangeError', message: 'Maximum call stack size exceeded' };
    expect(errorAfter(error, files)).toMatchObject({
      ...error,
      message: 'Maximum call stack size exceeded (deep.js is nested too deeply to be read.)',
      file: 'deep.js',
    });
  });

  test('keeps the name that the language has for it', () => {
    const files = [faulty('cart.py', "expected an indented block after 'if'", 'Plainly.')];
    const error = {
      name: 'IndentationError',
      message: "expected an indented block after 'if'",
      file: 'cart.py',
    };
    expect(errorAfter(error, files)).toMatchObject({
      name: 'IndentationError',
      message: "expected an indented block after 'if'. Plainly.",
    });
  });

  test('is no deep file where depth was not the trouble', () => {
    const files = [file('vendor.js', { unread: 'nesting' })];
    const error = { name: 'Error', message: 'There is no file index.js in the submission.' };
    expect(errorAfter(error, files)).toMatchObject({ ...error, file: null });
  });

  test('stays unknown where the analysis does not explain it', () => {
    const error = { message: "The requested module './a.js' does not provide an export named 'b'" };
    expect(errorAfter({ ...error, file: 'main.js', line: 1 }, [faulty('scratch.js', message)])).toMatchObject(
      {
        ...error,
        file: 'main.js',
        line: 1,
      },
    );
  });
});
