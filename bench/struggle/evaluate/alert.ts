/** That somebody is thought to be in trouble, as it was said. */
export interface Alert {
  /** GitHub's number of the learner. */
  learner: number;
  project: string;
  /** The signal that said it. */
  cause: string;
  /** Milliseconds since 1970. */
  at: number;
}
