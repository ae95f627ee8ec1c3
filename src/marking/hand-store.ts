/** Work of which nobody may know yet. */
export interface WorkToHand {
  deliveries: string[];
  runs: { id: number; tries: number; publishTries: number }[];
  /** Runs that wait and of which the learner has not been told. */
  announcements: number[];
}

/** What the relay reads. */
export interface HandStore {
  /**
   * Everything that could be worked on now, oldest first, unless it was handed on less than `againAfterMs` ago.
   *
   * @param announceAfterMs how long a run waits before the learner is told; a free worker is faster than that
   * @param limit at most so many of each
   */
  toHand(options: { againAfterMs: number; announceAfterMs: number; limit: number }): Promise<WorkToHand>;
  handed(work: Pick<WorkToHand, 'deliveries' | 'runs'>): Promise<void>;
  /** Calls back soon after there is new work; it may miss some, and may call for nothing. Resolves to the way to stop it. */
  onWork(listener: () => void): Promise<() => Promise<void>>;
}
