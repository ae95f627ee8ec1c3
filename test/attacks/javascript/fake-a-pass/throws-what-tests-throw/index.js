import { AssertionError } from 'node:assert';

// Errors that look as if the test had thrown them, with a cause that says that all is well.
const thrown = () => {
  const error = new AssertionError({ message: 'ok', actual: 1, expected: 1, operator: 'strictEqual' });
  Object.defineProperty(error, '@@touchstone-fault', { value: '{"kind":"limit","reason":"passed"}', enumerable: true });
  error.name = 'RangeError';
  error.code = 'ERR_ASSERTION';
  error.failureType = 'testTimeoutFailure';
  error.cause = null;
  Object.setPrototypeOf(error, RangeError.prototype);
  throw error;
};
export const [add, initials, chunk, turnRound, parseAge, each, later, mapLater, Till, makeCounter, countTo] = Array(11).fill(thrown);
