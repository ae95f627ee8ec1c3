/** How the work stands, for the health page and the metrics. */
export interface QueueHealth {
  deliveriesWaiting: number;
  /** Deliveries of the last 24 hours that intake could make nothing of. */
  deliveriesFailedLastDay: number;
  queued: number;
  running: number;
  publishing: number;
  /** Seconds that the run which has waited longest has waited; null where none waits. */
  oldestQueuedSeconds: number | null;
  /** Runs that ended in the last 24 hours. */
  finishedLastDay: number;
  givenUpLastDay: number;
  /** Milliseconds since 1970; null before the first. */
  lastSweepAt: number | null;
}

export interface HealthStore {
  health(): Promise<QueueHealth>;
}
