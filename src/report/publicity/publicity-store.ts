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
  /** Our numbers of those where something was said before everybody could see it, and which are not put off. */
  toHide(): Promise<number[]>;
  /**
   * Takes the pull request's pen, and reads what was told until then: whatever is told next waits for the pen. Null where somebody else
   * writes there or is about to, or there is nothing to cut any more.
   */
  take(id: number, pen: string): Promise<OpenToAll | null>;
  /** Asked just before each write: the pen is still ours. Keeps it alive. */
  mayWrite(id: number, pen: string): Promise<boolean>;
  putDown(id: number, pen: string): Promise<void>;
  /** Nothing but summaries stands there now; where the pen is not ours any more, nobody knows. */
  hidden(id: number, pen: string): Promise<void>;
  /** Not looked at again for so long. */
  putOff(id: number, ms: number): Promise<void>;
}
