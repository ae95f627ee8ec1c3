import type { Report } from '../domain/report.ts';
import type { Submission } from '../domain/submission.ts';

/**
 * Asked just before each write: may this run still speak? False when its lease was taken over, the run was
 * superseded, or the database says so for any other reason.
 */
export type Fence = () => Promise<boolean>;

/** 'published'; 'fenced': the lease was lost; 'outdated': the pull request's head has moved on. Neither wrote anything more. */
export type PublishOutcome = 'published' | 'fenced' | 'outdated';

/**
 * Puts a report on the pull request: one check run per head commit, one sticky comment. Idempotent: what is already
 * there is found (by our App id and our marker) and edited, never doubled, and nothing is written that would not change.
 */
export interface Publisher {
  publish(
    submission: Submission,
    report: Report,
    fence: Fence,
    signal?: AbortSignal,
  ): Promise<PublishOutcome>;
}
