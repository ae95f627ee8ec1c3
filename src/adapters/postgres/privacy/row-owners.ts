import type { Table } from 'drizzle-orm';
import type { Thing } from '../../../domain/people/rights.ts';
import type * as schema from '../schema.ts';

type TableName = keyof typeof schema;
type ColumnOf<T extends Table> = keyof T['_']['columns'] & string;

/**
 * By which path the rows of a table belong to a person: they hold GitHub's number of the person, or hang on rows that do, or are
 * nobody's. Erasing a person removes their rows.
 */
export type RowOwner<T extends Table> =
  (({ who: string; number: ColumnOf<T> } | { with: TableName; by: ColumnOf<T> }) & SeenAs) | 'nobody';

/** What the rows are to whoever reads them: where the table of rights denies that to learners, their export is without them. */
interface SeenAs {
  seenAs?: Thing;
}

/** Of every table; one that is missing here does not pass the type check. */
export const rowOwners: { [Name in TableName]: RowOwner<(typeof schema)[Name]> } = {
  deliveries: 'nobody',
  pullRequests: { who: 'the learner who opened it', number: 'learnerId' },
  submissions: { with: 'pullRequests', by: 'pullRequestId' },
  rubrics: 'nobody',
  runs: { with: 'pullRequests', by: 'pullRequestId' },
  keptMasteries: { with: 'submissions', by: 'submissionId', seenAs: 'queue' },
  signOffs: { with: 'submissions', by: 'submissionId' },
  appeals: { with: 'pullRequests', by: 'pullRequestId' },
  claims: { with: 'pullRequests', by: 'pullRequestId' },
  snoozes: { with: 'pullRequests', by: 'pullRequestId' },
  sessions: { who: 'the learner', number: 'learnerId' },
  leaves: { who: 'whose leave it is', number: 'personId' },
  unitRequests: { who: 'the learner', number: 'learnerId' },
  pairings: { with: 'submissions', by: 'submissionId' },
  usefulness: { with: 'pullRequests', by: 'pullRequestId' },
  secondLooks: { with: 'signOffs', by: 'signOffId', seenAs: 'teachers' },
  peerRequests: { with: 'pullRequests', by: 'pullRequestId' },
  reviews: { with: 'pullRequests', by: 'pullRequestId' },
  reviewsGiven: { who: 'the peer', number: 'byId' },
  rechecks: { with: 'submissions', by: 'submissionId' },
  publications: { with: 'runs', by: 'runId' },
  openings: { who: 'the learner whom the repository is for', number: 'learnerId' },
  teams: 'nobody',
  teamMembers: { who: 'the member of the team', number: 'memberId' },
  expiries: { who: 'whoever has been quiet', number: 'learnerId' },
  similarityWorks: { who: 'the learner', number: 'learnerId' },
  similarityPostings: { with: 'similarityWorks', by: 'workId' },
  similarityTurns: { with: 'submissions', by: 'submissionId' },
  similarityFindings: 'nobody',
  similarityMembers: { who: 'the learner', number: 'learnerId', seenAs: 'similarity' },
  chores: 'nobody',
  lostDeliveries: 'nobody',
};
