import type { Verdict } from '../sign-off.ts';
import type { SignedWork } from './signed-work.ts';

export interface SecondLookStore {
  /** Every commit that a person has had the last word on, the oldest verdict first. */
  signed(): Promise<SignedWork[]>;
  /** Keeps what a second person says. False where somebody else was quicker. */
  keep(
    signOffId: number,
    look: { by: { id: number; login: string }; says: Verdict['says']; why: string | null },
  ): Promise<boolean>;
}
