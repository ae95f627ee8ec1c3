import type { AnswerFailure } from '../values/requests.ts';

/** Thrown when a program or server of the submission went past a limit. */
export class Exceeded extends Error {
  readonly failure: AnswerFailure;

  constructor(reason: AnswerFailure['reason'], text: string) {
    super(text);
    this.failure = { reason, text };
  }
}
