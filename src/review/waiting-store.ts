import type { WaitingWork } from '../domain/waiting-work.ts';

/** What is kept of work that waits for staff. */
export interface WaitingStore {
  /** Of every open pull request that is ready for review, the commit that is its head, where it waits for staff. */
  waiting(): Promise<WaitingWork[]>;
}
