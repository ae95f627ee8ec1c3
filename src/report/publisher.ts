import type { Report } from '../domain/report.ts';
import type { Submission } from '../domain/submission.ts';

/**
 * Asked just before each write: may this run still speak? False when its lease was taken over, the run was
 * superseded, or the database says so for any other reason.
 */
export type Fence = () => Promise<boolean>;

/**
 * How a publication ended. None of these is worth repeating:
 * - `published`: check and comment say what the report says;
 * - `check-only`: the check does, the comment cannot (the conversation is locked, or comments are closed to the App);
 * - `fenced`: the lease was lost; nothing more was written;
 * - `outdated`: the pull request's head has moved on; nothing more was written;
 * - `unreachable`: the pull request, the repository or the App's permission is gone (403, 404, 410).
 *
 * What passes by itself is thrown as a `GitHubError`, to be tried again: GitHub down, or a rate limit, with `retryAt`.
 */
export type PublishOutcome = 'published' | 'check-only' | 'fenced' | 'outdated' | 'unreachable';

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
