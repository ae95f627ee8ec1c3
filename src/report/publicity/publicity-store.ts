import type { PeersSeen } from '../../domain/peers.ts';
import type { Marking } from '../../domain/results.ts';
import type { Signed } from '../../domain/signed.ts';
import type { PullRequestRef } from '../../domain/submission.ts';

/** The last result of one commit that was told. */
export interface ToldResult {
  project: string;
  headSha: string;
  draft: boolean;
  marking: Marking;
  signed: Signed | null;
  /** A person is asked for, and none has looked yet. */
  appealed: boolean;
  peers: PeersSeen | null;
  isRecheck: boolean;
}

/** A pull request that everybody can see, and on which more may stand than everybody should. */
export interface OpenToAll {
  id: number;
  pull: PullRequestRef;
  /** Of each commit, the oldest first. */
  told: readonly ToldResult[];
}

/** Which pull requests everybody can see. */
export interface PublicityStore {
  /** Where something was said before everybody could see it, and nothing is being said at the moment. */
  toHide(): Promise<OpenToAll[]>;
  /** Nothing but summaries stands there now. */
  hidden(id: number): Promise<void>;
}
