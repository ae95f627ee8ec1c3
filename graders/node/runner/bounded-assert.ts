import assert, { AssertionError } from 'node:assert';
import { syncBuiltinESMExports } from 'node:module';
import { types } from 'node:util';

/**
 * Most lines of a value that an assertion may compare with another in its message. Node compares line by line, and
 * what it needs for that grows with the square: 20,000 numbers in an array take more memory than the runner has.
 */
const MOST_LINES = 2000;

/** The assertions whose message compares two values, as far as this Node has them. */
const COMPARING = ['equal', 'deepEqual', 'strictEqual', 'deepStrictEqual', 'partialDeepStrictEqual'];

type Assertion = (...args: unknown[]) => unknown;

/** Keeps assertions from printing what a submission has made too long; whether they hold stays as it is. */
export function boundAssertions(): void {
  for (const owner of [assert, assert.strict]) {
    for (const name of COMPARING) {
      const assertion: unknown = Reflect.get(owner, name);
      if (typeof assertion === 'function') Reflect.set(owner, name, bounded(assertion as Assertion));
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
  const path = new Set<object>();
  let lines = 0;
  const visit = (at: unknown): void => {
    lines += typeof at === 'string' ? at.split('\n', MOST_LINES + 1).length : 1;
    if (typeof at !== 'object' || at === null || types.isProxy(at) || path.has(at)) return;
    // What is reached in several ways is printed each time, except within itself.
    path.add(at);
    for (const part of partsOf(at)) {
      visit(part);
      if (lines > MOST_LINES) return;
    }
    path.delete(at);
  };
  visit(value);
  return lines > MOST_LINES;
}

function partsOf(object: object): Iterable<unknown> {
  const own: unknown[] = Object.values(object);
  if (types.isMap(object)) return [...object.keys(), ...object.values(), ...own];
  if (types.isSet(object)) return [...object.values(), ...own];
  return types.isNativeError(object) ? [object.message, ...own] : own;
}
