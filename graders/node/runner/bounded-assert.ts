import assert, { AssertionError } from 'node:assert';
import { syncBuiltinESMExports } from 'node:module';
import { unfold } from '../values/unfolding.ts';
import { isForeignRegExp } from './foreign-regexp.ts';

/**
 * Most lines of a value that an assertion may compare with another in its message. Node compares line by line, and
 * what it needs for that grows with the square: 20,000 numbers in an array take more memory than the runner has.
 */
const MOST_LINES = 2000;

/** The assertions whose message compares two values, as far as this Node has them. */
const COMPARING = ['equal', 'deepEqual', 'strictEqual', 'deepStrictEqual', 'partialDeepStrictEqual'];

/** Those that run a regular expression, and whether it must match. */
const MATCHING = new Map([
  ['match', true],
  ['doesNotMatch', false],
]);

type Assertion = (...args: unknown[]) => unknown;

/** Keeps assertions from printing what a submission has made too long; whether they hold stays as it is. */
export function boundAssertions(): void {
  for (const owner of [assert, assert.strict]) {
    for (const name of COMPARING) {
      const assertion: unknown = Reflect.get(owner, name);
      if (typeof assertion === 'function') Reflect.set(owner, name, bounded(assertion as Assertion));
    }
    for (const [name, wanted] of MATCHING) {
      const assertion: unknown = Reflect.get(owner, name);
      if (typeof assertion === 'function')
        Reflect.set(owner, name, runElsewhere(assertion as Assertion, name, wanted));
    }
  }
  syncBuiltinESMExports();
}

function bounded(assertion: Assertion): Assertion {
  return function (this: unknown, ...args) {
    const [actual, expected, said] = args;
    if (args.length < 2 || said instanceof Error || !isLong(actual))
      return Reflect.apply(assertion, this, args);
    // An error in the place of a message is thrown as it is, and nothing is printed.
    return Reflect.apply(assertion, this, [actual, expected, tooLong(said)]);
  };
}

/** Node runs a regular expression by itself; one of the submission has to be asked instead. */
function runElsewhere(assertion: Assertion, name: string, wanted: boolean): Assertion {
  return function (this: unknown, ...args) {
    const [text, regExp, said] = args;
    if (typeof text !== 'string' || !isForeignRegExp(regExp)) return Reflect.apply(assertion, this, args);
    if (regExp.test(text) === wanted) return;
    if (said instanceof Error) throw said;
    const otherwise = `The input ${wanted ? 'did not match' : 'was expected to not match'} the regular expression ${String(regExp)}.`;
    const message = typeof said === 'string' ? said : otherwise;
    throw new AssertionError({ message, actual: text, expected: regExp, operator: name });
  };
}

function tooLong(said: unknown): AssertionError {
  const shown = 'The values differ; one of them is too long to be shown.';
  const error = new AssertionError({ message: typeof said === 'string' ? `${said}: ${shown}` : shown });
  // Nothing is known to be undefined here.
  for (const key of ['actual', 'expected']) Reflect.deleteProperty(error, key);
  return error;
}

/** Whether a value would be printed on more lines than may be compared. A text by itself is cut by Node. */
export function isLong(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  let lines = 0;
  unfold(value, (part) => {
    if (ArrayBuffer.isView(part)) lines += part.byteLength;
    else lines += typeof part === 'string' ? part.split('\n', MOST_LINES + 1).length : 1;
    return lines <= MOST_LINES;
  });
  return lines > MOST_LINES;
}
