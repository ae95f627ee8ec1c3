import type { NoPeers } from '../../domain/command-reply.ts';
import type { PullRequestRef } from '../../domain/submission.ts';
import type { Again } from '../again.ts';

/** A review as a delivery tells of it. */
export interface HeardReview {
  /** GitHub's number of it. */
  id: number;
  by: { id: number; login: string; /** What GitHub calls the kind of account. */ type: string };
  says: 'approved' | 'changes-requested' | 'commented';
  /** The commit that they looked at. */
  sha: string;
  /** Markdown. */
  body: string | null;
  /** When it was said, by GitHub's clock: milliseconds since 1970. */
  at: number;
}

/** What came of something, for the record; or that it has to wait. */
export type PeerOutcome = { done: string } | Again;

/** What there is to do about peers. */
export interface PeerWork {
  /** Asks and replaces peers, as far as there is something to do. Doing it twice does no harm. */
  tend(pull: PullRequestRef, signal?: AbortSignal): Promise<PeerOutcome>;
  /** Asks for peers once more, for somebody who asks for it by a command. */
  askAgain(
    pull: PullRequestRef,
    by: { byStaff: boolean },
  ): Promise<{ came: 'asked' | 'looking' | NoPeers } | Again>;
  /** Keeps what a peer or a member of staff says in a review, besides whatever it decides; null where nobody listens. */
  hear(pull: PullRequestRef, review: HeardReview): Promise<{ done: string | null } | Again>;
}
