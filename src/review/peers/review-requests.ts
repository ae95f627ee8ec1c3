import type { PullRequestRef } from '../../domain/submission.ts';

/** Asks people on GitHub for a review of a pull request. Every method rejects with a `GitHubError` where GitHub cannot be asked. */
export interface ReviewRequests {
  /**
   * Asks an account, by its number. Who is asked already is not told again. Resolves to what it is called now; `refused`
   * where GitHub does not let it be asked there, or it is gone.
   */
  ask(pull: PullRequestRef, id: number, signal?: AbortSignal): Promise<{ login: string } | 'refused'>;
  /** Resolves also where the account is not asked, or is gone. */
  takeBack(pull: PullRequestRef, id: number, signal?: AbortSignal): Promise<void>;
  /** What a review says of single lines, in Markdown. */
  remarks(pull: PullRequestRef, reviewId: number, signal?: AbortSignal): Promise<string[]>;
}
