/** What a review lacks that would help somebody learn from it (`review/wording/lacks.ts`). */
export type ReviewLack = 'reason' | 'question';

/** What peers do and have said about a pull request, as it is told. Logins are foreign texts. */
export interface PeersSeen {
  /** Who was asked and has not answered. */
  looking: readonly string[];
  /** Who had no time for it. */
  replaced: readonly string[];
  /** The last that each of them said, the oldest first. */
  said: readonly PeerSaid[];
}

export interface PeerSaid {
  by: string;
  says: 'approved' | 'changes-requested' | 'commented';
  /** A foreign text; null where they wrote beside single lines alone, or nothing. */
  words: string | null;
  /** Whether it is about the commit that is told of. */
  ofThisCommit: boolean;
}
