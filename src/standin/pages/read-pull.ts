import { commitsBetween, mergeBase, type GitCommit } from '../git/commits.ts';
import { readChanges, type FileChange } from '../git/content.ts';
import type { Hub } from '../hub.ts';
import type { Account, CheckRun, Comment, PullRequest, Repository, Review } from '../world/entities.ts';
import {
  accountById,
  checkRunsOf,
  commentsOn,
  fullName,
  latestCheckRuns,
  pullByNumber,
  repositoryById,
  repositoryByName,
} from '../world/find.ts';
import type { Known } from './enliven.ts';
import { knownIn } from './known.ts';

/** Everything that a page of a pull request shows. */
export interface PullView {
  hub: Hub;
  name: string;
  repository: Repository;
  pull: PullRequest;
  author: Account;
  headOwner: Account;
  commits: GitCommit[];
  changes: FileChange[];
  /** The newest run of each check on the head commit. */
  runs: CheckRun[];
  comments: Comment[];
  reviews: Review[];
  known: Known;
}

/** Null when there is no such pull request. */
export async function readPull(hub: Hub, name: string, number: number): Promise<PullView | null> {
  const { world } = hub;
  const repository = repositoryByName(world, name);
  const pull = repository && pullByNumber(world, repository, number);
  if (!repository || !pull) return null;
  const from = await mergeBase(repository.dir, pull.baseSha, pull.headSha);
  return {
    hub,
    name: fullName(world, repository),
    repository: repositoryById(world, pull.repositoryId),
    pull,
    author: accountById(world, pull.authorId),
    headOwner: accountById(world, pull.headOwnerId),
    commits: await commitsBetween(repository.dir, pull.baseSha, pull.headSha),
    changes: await readChanges(repository.dir, from, pull.headSha),
    runs: latestCheckRuns(checkRunsOf(world, repository, pull.headSha)),
    comments: commentsOn(world, pull),
    reviews: [...world.reviews.values()].filter(
      (review) => review.repositoryId === repository.id && review.number === number,
    ),
    known: knownIn(hub, repository),
  };
}
