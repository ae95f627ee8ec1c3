import type { RunCause } from '../domain/run.ts';
import type { Learner, PullRequestRef } from '../domain/submission.ts';
import type { PullRequestState } from './github-reader.ts';

/** A pull request as it was read from GitHub, and why somebody looked. */
export interface Sighting {
  state: PullRequestState;
  project: string;
  /** The database's time just before the reading began (`PullStore.now`): a later reading is never overruled by an earlier one. */
  readAt: number;
  cause: RunCause;
  /** The delivery that asked for a rerun, so that repeating its intake does not ask twice. */
  deliveryId: string | null;
}

/** What came of a sighting. */
export interface Seen {
  /** A later reading was there already; nothing was changed. */
  stale: boolean;
  started: number | null;
  superseded: number[];
}

/** Which pull requests to stop working on. */
export type Leaving =
  | { what: 'pull-request'; repositoryId: number; number: number }
  | { what: 'repositories'; ids: number[] }
  | { what: 'installation'; id: number };

/** Each pull request as GitHub last said it was. */
export interface PullStore {
  /** The database's time, in milliseconds since 1970: the one clock that all processes share. */
  now(): Promise<number>;
  /** Brings the pull request's record and its runs in line with what was seen (`planRuns`), in one transaction. */
  see(sighting: Sighting): Promise<Seen>;
  /** Closed, deleted, or out of our sight: its runs are superseded. Resolves to how many. */
  leave(leaving: Leaving): Promise<number>;
  rename(repositoryId: number, name: { owner: string; repo: string }): Promise<void>;
  /** Every pull request that was open when it was last seen before `seenBefore`, in no order. */
  openNotSeenSince(seenBefore: number): Promise<PullRequestRef[]>;
  /** Whose work one re-check in that repository is about, and for which project; null where there is none. */
  recheckedWork(id: number, repositoryId: number): Promise<{ learner: Learner; project: string } | null>;
  /** The pull request of this number, if it is known and open. */
  find(repositoryId: number, number: number): Promise<{ pull: PullRequestRef; headSha: string } | null>;
}
