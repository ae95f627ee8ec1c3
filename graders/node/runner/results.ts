import { inspect, types } from 'node:util';
import { type Fault, faultOf } from './fault.ts';

/** Why a test did not pass. */
export type Cause =
  | Fault
  | { kind: 'assertion'; message: string; expected: string | null; actual: string | null }
  /** The test was stopped by its framework. */
  | { kind: 'framework-timeout' }
  /** Anything else that was thrown in the test. */
  | { kind: 'thrown'; message: string };

export interface TestResult {
  /** `describe > test`. */
  name: string;
  /** Its test file: in a test process the whole path, in the report below `public/` or `hidden/`, that folder included. */
  file: string;
  status: 'passed' | 'failed' | 'skipped' | 'todo';
  durationMs: number;
  cause: Cause | null;
}

/** A file whose top level threw, and why: tests below the place may be missing. */
export interface BrokenFile {
  file: string;
  cause: Cause;
}

export type Framework = 'node:test' | 'vitest';

/** Characters of a message or value that are kept. */
const MAX_TEXT = 4000;

/** Why a test failed, from the error that its framework hands over; `printed`: its values are text already. */
export function causeOf(error: unknown, printed = false): Cause {
  const fault = faultOf(error);
  if (fault !== null) return 'message' in fault ? { ...fault, message: cut(fault.message) } : fault;
  // What a submission throws need not be an error: an object that stays there would have to be asked, and may not answer.
  if (types.isProxy(error)) return { kind: 'thrown', message: 'Something was thrown that is no error.' };
  if (typeof error === 'object' && error !== null && isAssertion(error)) {
    const [expected, actual] = ['expected', 'actual'].map((key) => shown(error, key, printed));
    const said: unknown = Reflect.get(error, 'message');
    const message = typeof said === 'string' ? said : inspect(said, { depth: 2 });
    return { kind: 'assertion', message: cut(message), expected: expected ?? null, actual: actual ?? null };
  }
  const message = error instanceof Error ? `${error.name}: ${error.message}` : inspect(error, { depth: 2 });
  return { kind: 'thrown', message: cut(message) };
}

/** Whether it is an error of `assert` or `expect`. */
export function isAssertion(error: object): boolean {
  const name: unknown = Reflect.get(error, 'name');
  return name === 'AssertionError' || Reflect.get(error, 'code') === 'ERR_ASSERTION';
}

function shown(error: object, key: string, printed: boolean): string | null {
  if (!(key in error)) return null;
  const value: unknown = Reflect.get(error, key);
  if (typeof value === 'function') return null;
  if (printed && typeof value === 'string') return cut(value);
  try {
    return cut(inspect(value, { depth: 6, breakLength: 80, maxArrayLength: 50, maxStringLength: 1500 }));
  } catch {
    return null;
  }
}

function cut(text: string): string {
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)} ...` : text;
}
