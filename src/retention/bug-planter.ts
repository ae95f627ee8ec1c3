import type { PullRequestRef } from '../domain/submission.ts';

/** A broken variant of somebody's own work, as a pull request to their own repository. */
export interface NewRecheck {
  /** Our number of the re-check, which the branches are named after. */
  id: number;
  /** The pull request with which the project was mastered, and its commit. */
  pull: PullRequestRef;
  headSha: string;
  /** The file with the bug, whole. */
  file: { path: string; bytes: Uint8Array };
  /** A file that reports the bug: without a difference between its branches there is no pull request. */
  report: { path: string; text: string };
  title: string;
  body: string;
}

/** What was made for a re-check, or may have been. */
export interface Planted {
  id: number;
  /** The repository that it is in. */
  home: Pick<PullRequestRef, 'installation' | 'owner' | 'repo' | 'repositoryId'>;
  /** The number of its pull request; null where it is not open, or was never seen. */
  open: number | null;
}

/** Puts a broken variant of somebody's own work into a pull request of its own, and takes it away again. */
export interface BugPlanter {
  /** Doing it twice is doing it once. Rejects with a `GitHubError`. */
  plant(recheck: NewRecheck, signal?: AbortSignal): Promise<void>;
  /**
   * Closes the pull request where it is open, and deletes our two branches, with which GitHub closes what it has open of them. Resolves where
   * all that is done or gone already, or is out of our sight.
   */
  clear(recheck: Planted, signal?: AbortSignal): Promise<void>;
}

/** The branch that a learner mends the bug on. */
export const branchOf = (id: number): string => `touchstone/recheck-${id}`;

/** The branch that the bug is in already, so that a comparison with it does not show it. */
export const baseOf = (id: number): string => `${branchOf(id)}-base`;

/** Our number of the re-check that a branch was made for; null where it was made for none. */
export function recheckOfBranch(branch: string): number | null {
  const found = /^touchstone\/recheck-(\d{1,15})$/.exec(branch);
  return found === null ? null : Number(found[1]);
}
