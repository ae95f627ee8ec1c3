import type { RanOut } from '../../../src/sandbox/relay/account.ts';
import { limitBehind } from '../../../src/sandbox/verdict/limit-behind.ts';
import type { AnswerFailure } from '../values/requests.ts';

type Reason = AnswerFailure['reason'];

/** How a program's or a server's time ran out, as the reason of a failure. */
export const PROGRAM_TIME: Record<RanOut, Reason> = {
  cpu: 'program-cpu-time',
  wait: 'program-wait-time',
  clock: 'program-time',
};
export const ANSWER_TIME: Record<RanOut, Reason> = { ...PROGRAM_TIME, wait: 'answer-time' };

/** Thrown when a program or server of the submission went past a limit. */
export class Exceeded extends Error {
  readonly failure: AnswerFailure;

  constructor(reason: Reason) {
    super(reason);
    this.failure = { reason, text: '' };
  }
}

/**
 * The limit that a process of the submission has died of; null where it is not one. Nobody but the kernel, for want of
 * memory, and V8, for want of heap, ends it in this way; other limits it is told of itself, and prints the error.
 */
export function exceededBy(
  { code, signal }: { code: number | null; signal: NodeJS.Signals | null },
  stderr: string,
): Exceeded | null {
  const isFull = signal === 'SIGKILL' || (signal === 'SIGABRT' && stderr.includes('heap out of memory'));
  if (isFull) return new Exceeded('program-memory');
  if (signal === 'SIGXFSZ') return new Exceeded('files');
  if (code === 0 || code === null) return null;
  for (const [, name = '', message = ''] of stderr.matchAll(
    /^(?:Uncaught )?(\w*Error)(?: \[\w+\])?: (.*)$/gm,
  )) {
    const reason = limitBehind({ name, message });
    if (reason !== null) return new Exceeded(reason);
  }
  return null;
}
