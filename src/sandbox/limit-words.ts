import type { Limits } from '../domain/course.ts';

/** A limit that was hit, in words for the learner; `reason` as the runner or the worker named it. */
export function limitWords(reason: string, limits: Limits): string {
  switch (reason) {
    case 'call-time':
    case 'program-time':
      return `This test used more than ${seconds(limits.callSeconds)}: is there a loop that does not end?`;
    case 'promise-time':
      return `This test waited more than ${seconds(limits.callSeconds)} for a promise: is there one that is never resolved or rejected?`;
    case 'test-time':
    case 'framework-timeout':
      return `This test used more than ${seconds(limits.testSeconds)} in all.`;
    case 'total-time':
      return `All tests together used more than ${seconds(limits.totalSeconds)}, so this one was stopped.`;
    case 'memory':
    case 'program-memory':
      return `This test used more than ${limits.memoryMiB} MB of memory: is there a list that grows without end?`;
    case 'output':
    case 'program-output':
      return 'This test printed or returned more than is read: is there a loop that prints without end?';
    case 'not-called-again':
      return 'The function that this test calls had to be stopped three times before, so it was not called again.';
    case 'stopped-too-often':
      return 'The submission had to be stopped so often that this test was not run.';
    default:
      return 'This test went past a limit of the marking.';
  }
}

/** True for the limits of time: they end a test as 'timeout'. */
export function isTimeLimit(reason: string): boolean {
  return reason.endsWith('-time') || reason === 'framework-timeout' || reason === 'not-called-again';
}

function seconds(count: number): string {
  return count === 1 ? '1 second' : `${count} seconds`;
}
