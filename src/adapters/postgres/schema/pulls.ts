import { sql } from 'drizzle-orm';
import { bigint, boolean, index, integer, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { at, github, id } from './columns.ts';

/** Each pull request as GitHub last said it was. */
export const pullRequests = pgTable(
  'pull_requests',
  {
    id: id(),
    installation: github().notNull(),
    repositoryId: github().notNull(),
    owner: text().notNull(),
    repo: text().notNull(),
    number: integer().notNull(),
    learnerId: github().notNull(),
    learnerLogin: text().notNull(),
    project: text().notNull(),
    headSha: text().notNull(),
    headOwner: text(),
    headRepo: text(),
    draft: boolean().notNull(),
    open: boolean().notNull(),
    isPublic: boolean().notNull().default(false),
    detailsHiddenAt: at(),
    hideAgainAt: at(),
    seenAt: at().notNull(),
    penToken: text(),
    penUntil: at(),
  },
  (table) => [
    unique('pull_requests_number').on(table.repositoryId, table.number),
    index('pull_requests_head').on(table.repositoryId, table.headSha),
    index('pull_requests_learner').on(table.learnerId),
    // What is open is looked at again and again; what is closed, hardly ever.
    index('pull_requests_open')
      .on(table.seenAt)
      .where(sql`${table.open}`),
  ],
);

/** One commit of one pull request. */
export const submissions = pgTable(
  'submissions',
  {
    id: id(),
    pullRequestId: bigint({ mode: 'number' })
      .notNull()
      .references(() => pullRequests.id, { onDelete: 'cascade' }),
    headSha: text().notNull(),
    headOwner: text().notNull(),
    headRepo: text().notNull(),
    firstSeenAt: at().notNull(),
  },
  (table) => [unique('submissions_commit').on(table.pullRequestId, table.headSha)],
);
