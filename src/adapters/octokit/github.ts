import type { GitHubReader, SubmissionSource } from '../../intake/github-reader.ts';
import type { PullRequestWriter } from '../../report/pull-request-writer.ts';
import type { DeliveryLog } from '../../intake/lost/delivery-log.ts';
import type { TeamReader } from '../../roster/team-reader.ts';
import { createGitHubClient } from './client.ts';
import type { GitHubClientOptions } from './client.ts';
import type { ReviewRequests } from '../../review/peers/review-requests.ts';
import type { BugPlanter } from '../../retention/bug-planter.ts';
import { createBugPlanter } from './bug-planter.ts';
import type { RepositoryMaker } from '../../opening/repository-maker.ts';
import { createDeliveryLog } from './delivery-log.ts';
import { createReader } from './reader.ts';
import { createRepositoryMaker } from './repository-maker.ts';
import { createReviewRequests } from './review-requests.ts';
import { createSubmissionSource } from './submission/source.ts';
import { createTeamReader } from './teams.ts';
import { createWriter } from './writer.ts';

export interface GitHubOptions extends GitHubClientOptions {
  /** Whether a repository belongs to the course; the default takes every one that the App is installed on. */
  concerns?: (repository: { owner: string; repo: string }) => boolean;
  /** Whether properties of repositories are asked for: a call more for each pull request, and for each repository of a sweep. */
  readsProperties?: boolean;
}

export interface GitHub {
  reader: GitHubReader;
  source: SubmissionSource;
  writer: PullRequestWriter;
  planter: BugPlanter;
  teams: TeamReader;
  repositoryMaker: RepositoryMaker;
  reviewRequests: ReviewRequests;
  deliveryLog: DeliveryLog;
}

/** Everything that Touchstone does on GitHub, as one App. Makes no call by itself. */
export function createGitHub({
  concerns = () => true,
  readsProperties = false,
  ...options
}: GitHubOptions): GitHub {
  const client = createGitHubClient(options);
  return {
    reader: createReader(client, { log: options.log, concerns, readsProperties }),
    source: createSubmissionSource(client),
    writer: createWriter(client),
    planter: createBugPlanter(client),
    teams: createTeamReader(client),
    repositoryMaker: createRepositoryMaker(client),
    reviewRequests: createReviewRequests(client),
    deliveryLog: createDeliveryLog(client),
  };
}
