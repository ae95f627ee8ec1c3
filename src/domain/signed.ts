import type { DecisionName } from './course/decision.ts';

/** A person's last word on a commit, as it is told. */
export interface Signed {
  says: Exclude<DecisionName, 'awaiting-review'>;
  why: string | null;
  /** What they are called on GitHub. */
  by: string;
  /** Whether it is about the commit that is told of. If not, a newer push has made it void. */
  holds: boolean;
}
