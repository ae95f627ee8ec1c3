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
  claim(pull: PullNumber, by: Account): Promise<boolean>;
  snooze(pull: PullNumber, snooze: { by: Account; until: number; why: string }): Promise<boolean>;
  /** Whether what staff were shown of a pull request was of use; `given`: by what it is known, so that it is taken once. */
  rate(pull: PullNumber, rating: { by: Account; useful: boolean; given: string }): Promise<boolean>;
}
