import { types } from 'node:util';
import { FAULT } from '../values/wire.ts';

/** Whose fault a failed test is, where it is not an assertion's. */
export type Fault =
  | {
      kind: 'learner';
      name: string;
      message: string;
      file: string | null;
      line: number | null;
      beforeAnyCall: boolean;
    }
  /** `reason`: one of `FailureReason`, or one of this grader's own (`AnswerFailure`). */
  | { kind: 'limit'; reason: string }
  /** The test did something with the submission that cannot work. */
  | { kind: 'author'; message: string };

/**
 * Notes a fault on an error. As text under an odd name, because a test framework may copy errors from one thread to
 * another; not enumerable, because tests compare errors.
 */
export function noteFault<E extends Error>(error: E, fault: Fault): E {
  Object.defineProperty(error, FAULT, { value: JSON.stringify(fault), configurable: true });
  return error;
}

/** The fault noted on an error, or on what caused it. What stands for an object of the submission is never asked. */
export function faultOf(error: unknown): Fault | null {
  for (let at = error, depth = 0; typeof at === 'object' && at !== null && depth < 5; depth += 1) {
    if (types.isProxy(at)) return null;
    const noted: unknown = Reflect.get(at, FAULT);
    if (typeof noted === 'string') return JSON.parse(noted) as Fault;
    at = Reflect.get(at, 'cause') as unknown;
  }
  return null;
}
