import { setTimeout as pause } from 'node:timers/promises';
import type { Report } from '../domain/report.ts';
import type { Submission } from '../domain/submission.ts';
import type { PublishOutcome, Publisher } from '../report/publisher.ts';
import type { Logger } from 'pino';
import type { Claim, PenStore, Saying } from './pen-store.ts';

export interface SpeakDeps {
  pens: PenStore;
  publisher: Publisher;
  newToken: () => string;
  log: Logger;
  /** How often to ask for a pen that somebody else has, in milliseconds. */
  askEveryMs: number;
}

/** Something to be said about a run, and the right to say it. */
export interface Utterance {
  runId: number;
  submission: Submission;
  claim: Claim;
  what: Saying;
  report: Report;
}

/** Waits for the pull request's pen; false when the claim is lost meanwhile. */
async function takePen(
  { runId, claim }: Utterance,
  pen: string,
  { pens, askEveryMs }: SpeakDeps,
  signal: AbortSignal,
): Promise<boolean> {
  for (;;) {
    signal.throwIfAborted();
    const answer = await pens.take(runId, claim, pen);
    if (answer !== 'busy') return answer === 'taken';
    await pause(askEveryMs, undefined, { signal });
  }
}

/**
 * Publishes a report while holding the pull request's pen, so that nobody else writes there at the same time.
 * Rejects where GitHub or the database failed, or the signal was aborted.
 */
export async function speak(
  utterance: Utterance,
  deps: SpeakDeps,
  signal: AbortSignal,
): Promise<PublishOutcome> {
  const { runId, submission, claim, what, report } = utterance;
  const pen = deps.newToken();
  if (!(await takePen(utterance, pen, deps, signal))) return 'fenced';
  try {
    const fence = () => deps.pens.mayWrite(runId, claim, pen);
    const outcome = await deps.publisher.publish(submission, report, fence, signal);
    await deps.pens.record(runId, what, outcome);
    return outcome;
  } finally {
    await deps.pens.putDown(runId, pen).catch((error: unknown) => {
      deps.log.debug({ err: error, run: runId }, 'the pen is lost by itself in a moment');
    });
  }
}
