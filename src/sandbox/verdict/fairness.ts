import type { TestOutcome } from '../sandbox.ts';

/**
 * Limits that the clock has decided: a machine that is busy with something else may be why. A call that is no promise and
 * yet waits (`wait-time`) is so rare that it is looked at twice.
 */
const BY_THE_CLOCK = new Set([
  'call-time',
  'wait-time',
  'test-time',
  'total-time',
  'program-time',
  'framework-timeout',
]);
/** What follows from limits that were hit before. */
const FOLLOWS = new Set(['not-called-again', 'stopped-too-often']);

/** Whether a test may have failed because the machine was busy. CPU time, and waiting without computing, are the submission's own. */
export function mayBeTheMachines({ reason }: Pick<TestOutcome, 'reason'>): boolean {
  return reason !== null && BY_THE_CLOCK.has(reason);
}

/**
 * What counts when a submission was run once more, alone: the second outcome of each test that may have failed because
 * of the machine, or because of what such a failure led to; the first one of every other.
 */
export function afterSecondRun(first: readonly TestOutcome[], second: readonly TestOutcome[]): TestOutcome[] {
  const suspicious = first.some(mayBeTheMachines);
  const again = new Map(second.map((outcome) => [outcome.name, outcome]));
  return first.map((outcome) => {
    const follows = suspicious && outcome.reason !== null && FOLLOWS.has(outcome.reason);
    return mayBeTheMachines(outcome) || follows ? (again.get(outcome.name) ?? outcome) : outcome;
  });
}
