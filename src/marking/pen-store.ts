import type { PublishOutcome } from '../report/publisher.ts';

/**
 * Why somebody may write about a run: they hold its lease, or the run waits (after so many tries) and nobody holds it.
 */
export type Claim = { by: 'lease'; token: string } | { by: 'waiting'; tries: number };

/** What is said about a run. */
export type Saying = 'queued' | 'running' | 'retrying' | 'result';

/**
 * The pen of a pull request: only one process at a time writes there. The lease of a run is the right to mark it;
 * without the pen, the last words of an older run and the first of a newer one could cross on their way to GitHub,
 * and each would find no comment and make one.
 *
 * A pen is put down when its holder has written, and lost when it was silent for as long as a lease lasts.
 */
export interface PenStore {
  /** `busy`: somebody else writes; ask again. `lost`: the claim does not hold any more. */
  take(runId: number, claim: Claim, pen: string): Promise<'taken' | 'busy' | 'lost'>;
  /** Asked just before each write: claim and pen hold, and the run's commit is the head. Keeps the pen alive. */
  mayWrite(runId: number, claim: Claim, pen: string): Promise<boolean>;
  putDown(runId: number, pen: string): Promise<void>;
  /** Keeps a record of what was said. */
  record(runId: number, what: Saying, outcome: PublishOutcome): Promise<void>;
}
