/** Time that staff spent with a learner. */
export interface Session {
  learner: number;
  project: string;
  by: { id: number; login: string };
  minutes: number;
  /** A criterion, or in free words. */
  about: string;
  /** Set where it is about a criterion of the project. */
  criterion: string | null;
  /** By what it is known, so that it is taken once. */
  given: string;
  /** When it was told: milliseconds since 1970. */
  at: number;
}

export interface SessionStore {
  /**
   * Notes a session, also where with it the learner has had more than `most` minutes in the week that ends when it was told. Resolves to the
   * minutes of that week, without what was told later and came to us before.
   */
  note(session: Session, most: number): Promise<number>;
}

/** A week is the seven days that end with a session: nobody's time zone, and no Monday on which it begins anew. */
export const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
