import { types } from 'node:util';
import { faultOf } from './fault.ts';
import { isAssertion } from './results.ts';

/**
 * What kept the submission from answering in the test that runs now. A test such as `assert.throws(() => f(-1))`
 * would take such an error for the submission's own and pass; so each test that met one fails by a hook.
 */
interface Troubles {
  now: { error: unknown } | null;
  /** How many tests have begun and not ended: more than one where a test has subtests. */
  running: number;
  /** Counts the tests of this process. */
  test: number;
  /** By the full name of the test, or of the suite, that met it; '' is the whole file. */
  met: Map<string, unknown>;
}

// On the global object, because this module is bundled into several files of one process.
const KEY = Symbol.for('touchstone.troubles');
const held = globalThis as { [KEY]?: Troubles | undefined };

function troubles(): Troubles {
  return (held[KEY] ??= { now: null, running: 0, test: 0, met: new Map() });
}

/** To be told before each test. */
export function testBegins(): void {
  troubles().running += 1;
}

/** Whether a test runs now, and not the top level of its file. */
export function inTest(): boolean {
  return troubles().running > 0;
}

/** The test that runs now, for trouble that comes later. */
export function testNow(): number {
  return troubles().test;
}

/** Notes trouble of the test that runs now; what a test asked for that has ended meanwhile is of no account. */
export function noteTrouble<E>(error: E, askedIn = testNow()): E {
  if (askedIn === testNow()) troubles().now ??= { error };
  return error;
}

/** Notes an assertion that failed in a function which the submission was handed: there it could be caught. */
export function noteAssertion(error: unknown, askedIn = testNow()): unknown {
  if (types.isNativeError(error) && isAssertion(error) && faultOf(error) === null)
    noteTrouble(error, askedIn);
  return error;
}

/** Throws the first trouble since the last call; run after each test, which is told by its full name. */
export function throwTrouble(test: string): void {
  const { now, met } = troubles();
  troubles().now = null;
  troubles().test += 1;
  troubles().running = Math.max(0, troubles().running - 1);
  if (now === null) return;
  met.set(test, now.error);
  throw now.error;
}

/**
 * Runs a hook. What it fails of, and trouble that it meets and swallows, is that of `whom`: the full name of a test or a
 * suite, which fails by it; null where it is of no account.
 */
export async function troubleWithin(whom: string | null, hook: () => unknown): Promise<void> {
  const before = troubles().now;
  troubles().now = null;
  let failed: { error: unknown } | null = null;
  try {
    await hook();
  } catch (error) {
    failed = { error };
  }
  const met = whom === null ? null : troubles().now;
  troubles().now = before;
  const why = met ?? failed;
  if (why === null) return;
  if (whom !== null) troubles().met.set(whom, why.error);
  throw why.error;
}

/** The trouble that a test has met, or a hook of a suite around it: it explains whatever else went wrong in it. */
export function troubleOf(test: string): unknown {
  const { met } = troubles();
  const around = [...met.keys()].find((suite) => suite === '' || test.startsWith(`${suite} > `));
  return met.get(test) ?? (around === undefined ? undefined : met.get(around));
}
