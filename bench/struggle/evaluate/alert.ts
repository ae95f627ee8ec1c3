/** That somebody is thought to be in trouble, as it was said. */
export interface Alert {
  /** GitHub's number of the learner. */
  learner: number;
  /** Null where it is about all of their work. */
  project: string | null;
  /** The signal that said it. */
  cause: string;
  /** Milliseconds since 1970. */
  at: number;
  /** Until when it stood in the list of staff; of what is said once, there is none. */
  until?: number;
}
