/** How a worker works. Times in milliseconds. */
export interface WorkerSettings {
  /** Runs marked at once. */
  concurrency: number;
  /** Deliveries taken in, and waiting runs announced, at once. */
  intakeConcurrency: number;
  /** How often a lease is renewed; a run that was superseded stops within this time. */
  heartbeatMs: number;
  /** How often to ask for a pull request's pen that somebody else has. */
  askEveryMs: number;
  /** How often to look for work where nobody says that there is some. */
  pollMs: number;
  /** Work that was handed on this long ago and is still there is handed on again. */
  againAfterMs: number;
  /** A run that nobody has taken after this is announced as waiting: learners hear of their push within 10 s. */
  announceAfterMs: number;
  sweepEveryMs: number;
  /** How often to ask whether a round is due. */
  roundPollMs: number;
  /** A starting worker sweeps unless somebody did so less than this ago. */
  startSweepAfterMs: number;
  /** How long the payloads of deliveries are kept. GitHub's own delivery log reaches back three days. */
  keepPayloadsMs: number;
  /** How long a run may go on when the process is to end. */
  graceMs: number;
}

const minute = 60_000;

export const defaultWorkerSettings: WorkerSettings = {
  concurrency: 2,
  intakeConcurrency: 8,
  heartbeatMs: 1_000,
  askEveryMs: 100,
  pollMs: 1_000,
  againAfterMs: 10_000,
  announceAfterMs: 1_000,
  sweepEveryMs: 15 * minute,
  roundPollMs: 5_000,
  startSweepAfterMs: 10_000,
  keepPayloadsMs: 7 * 24 * 60 * minute,
  graceMs: 30_000,
};
