import type { Signal, SignalName } from '../signals/signal.ts';

/** A learner is thought to be stuck, by one cause. There is one open alert of a learner and a cause at most. */
export interface Alert {
  /** GitHub's number of the learner. */
  learner: number;
  cause: SignalName;
  /** As it was measured last. */
  signal: Signal;
  /** When it was opened, ms since 1970. */
  openedAt: number;
  /** Nothing is said of it: the trouble is known, as another alert tells of it or told of it some days ago. */
  isKnown: boolean;
  /** When the learner was told; null where they have not been. */
  toldAt: number | null;
}

/** An alert that is over. */
export interface PastAlert {
  alert: Alert;
  closedAt: number;
}

/** Why an alert is closed: work goes on, it is done, or nothing is expected of the learner. */
export type ClosedBecause = 'resumed' | 'mastered' | 'leave' | 'other-project';

/** What is to be done about an alert. */
export type Step =
  | { kind: 'open'; alert: Alert }
  /** It has become more urgent, or less. */
  | { kind: 'change'; alert: Alert }
  | { kind: 'close'; alert: Alert; because: ClosedBecause };
