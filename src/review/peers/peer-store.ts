import type { PullRequestRef } from '../../domain/submission.ts';
import type { Lack } from '../wording/lacks.ts';
import type { PeerPlan, PeerSituation } from './plan.ts';
import type { PastRequest, PeerRequest } from './request.ts';

/** Where a pull request is. */
export type PullKey = Pick<PullRequestRef, 'repositoryId' | 'number'>;

/** What is kept of a pull request and of everybody's requests, to decide by. */
export interface PeerFacts extends Pick<PeerSituation, 'work' | 'notYetAt'> {
  now: number;
  /** Our number of the pull request. */
  pull: number;
  project: string;
  author: number;
  headSha: string;
  /** A peer has looked at this very commit. */
  headIsReviewed: boolean;
  requests: readonly PeerRequest[];
  /** See `choosePeers`. */
  past: readonly PastRequest[];
  /** The learners who have mastered the project. */
  mastered: ReadonlySet<number>;
  /** Requests that are settled, and that GitHub may still show. */
  leftOver: readonly { id: number; peer: number }[];
}

/** A plan with the peers who are asked. */
export interface PeerDecision extends Omit<PeerPlan, 'ask'> {
  ask: readonly number[];
  /** When an answer is due from whoever is asked now, as far as that can be foreseen: ms since 1970. */
  answerBy: (peer: number) => number;
}

/** What GitHub has to be told then. */
export interface PeerErrands {
  ask: readonly { id: number; peer: number }[];
  takeBack: readonly { id: number; peer: number }[];
}

/** A review that somebody of the school has given. */
export interface GivenReview {
  /** GitHub's number of it. */
  sourceId: number;
  by: { id: number; login: string };
  as: 'peer' | 'staff';
  /** The commit that they looked at. */
  headSha: string;
  says: 'approved' | 'changes-requested' | 'commented';
  words: string | null;
  lacks: Lack['what'] | null;
  /** When it was said: milliseconds since 1970. */
  saidAt: number;
}

/** A review of a member of staff that lacked something. */
export interface ReviewNote {
  pull: Pick<PullRequestRef, 'owner' | 'repo' | 'number'>;
  lacks: Lack['what'];
  words: string | null;
  at: number;
}

/** Requests to peers, and the reviews that were given. */
export interface PeerStore {
  /** Pull requests of these projects where something may have to be done about peers. */
  toTend(projects: readonly string[]): Promise<PullRequestRef[]>;
  /** Null where the pull request is not known. */
  facts(pull: PullKey): Promise<PeerFacts | null>;
  /**
   * Decides in one transaction, one pull request of the school after the other, so that who is asked here counts there. Resolves to all that
   * GitHub has to be told, also of what was decided before; null where the pull request is not known.
   */
  decide(pull: PullKey, decide: (facts: PeerFacts) => PeerDecision): Promise<PeerErrands | null>;
  /** GitHub was told. Nothing changes where the request was settled meanwhile. */
  asked(requestId: number, login: string): Promise<void>;
  refused(requestId: number): Promise<void>;
  takenBack(requestId: number): Promise<void>;
  /**
   * Keeps a review, and settles the request that it answers: one that was made before it was said. `known`: it was kept before.
   */
  keepReview(pull: PullKey, review: GivenReview): Promise<'kept' | 'known' | 'no-pull-request'>;
  /** Whether somebody has said something else of the pull request before in a review that lacked nothing. */
  hasGivenReasons(pull: PullKey, byId: number, besides: number): Promise<boolean>;
  /** Has it said on the pull request what peers do and said, where that has changed since. `busy`: something else is being said. */
  say(pull: PullKey): Promise<'said' | 'nothing' | 'busy'>;
  /** What a member of staff, by what they are called, could know of their own reviews since a time; newest first. */
  notesFor(login: string, since: number): Promise<ReviewNote[]>;
}
