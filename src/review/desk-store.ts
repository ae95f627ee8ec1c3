import type { Claim } from './claim.ts';

interface Account {
  id: number;
  login: string;
}

interface PullNumber {
  repositoryId: number;
  number: number;
}

/** Who looks at which pull request, and what is to be seen again later. Null or false: the pull request is not known. */
export interface DeskStore {
  claimOn(pull: PullNumber): Promise<Claim | null>;
  /** `at`: when it was said, in milliseconds since 1970. What was said of it later stays: another's claim, or the sign-off that ended it. */
  claim(pull: PullNumber, by: Account, at: number): Promise<boolean>;
  /** `at`: as for a claim. */
  snooze(pull: PullNumber, snooze: { by: Account; until: number; why: string; at: number }): Promise<boolean>;
  /** Whether what staff were shown of a pull request was of use; `given`: by what it is known, so that it is taken once. */
  rate(pull: PullNumber, rating: { by: Account; useful: boolean; given: string }): Promise<boolean>;
}
