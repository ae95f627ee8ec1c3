import type { Verdict } from '../sign-off.ts';
import type { SignedWork } from './signed-work.ts';

export interface SecondLookStore {
  /** Every commit on which a person's last word was kept since then, in milliseconds since 1970; the oldest verdict first. */
  signed(since: number): Promise<SignedWork[]>;
  /** Keeps what a second person says. False where somebody else was quicker. */
  keep(
    signOffId: number,
    look: { by: { id: number; login: string }; says: Verdict['says']; why: string | null },
  ): Promise<boolean>;
}
