import type { Limits } from '../../domain/course/limits.ts';

/** A limit that was hit, in words for the learner; `reason` as the runner or the worker named it (docs/graders.md). */
export function limitWords(reason: string, limits: Limits): string {
  const call = seconds(limits.callSeconds);
  const test = seconds(limits.testSeconds);
  switch (reason) {
    case 'cpu-time':
      return `This test used more than ${call} of CPU time: is there a loop that does not end?`;
    case 'wait-time':
      return `This test waited more than ${call} for an answer: what does the function wait for?`;
    case 'promise-time':
      return `This test waited more than ${call} for a promise: is there one that is never resolved or rejected?`;
    case 'call-time':
      return `This test took more than ${call} and had not come to its end: is there a loop that does not end?`;
    case 'test-cpu-time':
      return `This test used more than ${test} of CPU time in all.`;
    case 'test-wait-time':
      return `This test took more than ${test} in all, and was waiting at the end.`;
    case 'test-time':
    case 'framework-timeout':
      return `This test took more than ${test} in all.`;
    case 'total-time':
      return `All tests together took more than ${seconds(limits.totalSeconds)}, so this one was stopped.`;
    case 'program-cpu-time':
      return `The program used more than ${call} of CPU time: is there a loop that does not end?`;
    case 'program-wait-time':
      return `The program had not ended after ${call}, and was only waiting: is there a timer, a server or an input that stays open?`;
    case 'program-time':
      return `The program took more than ${call} and had not come to its end.`;
    case 'answer-time':
      return `The server gave no answer within ${call}: is there a request that no response is sent to?`;
    case 'memory':
    case 'program-memory':
      return `This test used more than ${limits.memoryMiB} MB of memory: is there a list that grows without end?`;
    case 'processes':
      return `The submission could not start another process or thread: more than ${limits.processes} at once are too many. Is one started again and again?`;
    case 'output':
      return 'This test printed or returned more than is read: is there a loop that prints without end?';
    case 'program-output':
      return `The program printed, answered or left in files more than ${limits.outputKiB} KB, and no more is read: is there a loop that prints without end?`;
    case 'files':
      return `The submission wrote more than ${limits.filesMiB} MB or ${limits.files} files: is there a loop that writes without end?`;
    case 'open-files':
      return 'The submission had too many files open at once: is each one closed when it is not needed any more?';
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
