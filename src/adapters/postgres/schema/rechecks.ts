import { sql } from 'drizzle-orm';
import { bigint, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { RecheckState } from '../../../mastery/retention/next-recheck.ts';
import { at, id } from './columns.ts';
import { pullRequests, submissions } from './pulls.ts';

/** Looking again, some weeks later, at what was mastered. */
export const rechecks = pgTable(
  'rechecks',
  {
    id: id(),
    submissionId: bigint({ mode: 'number' })
      .notNull()
      .references(() => submissions.id, { onDelete: 'cascade' }),
    step: integer().notNull(),
    state: text().$type<RecheckState>().notNull(),
    why: text(),
    pullRequestId: bigint({ mode: 'number' }).references(() => pullRequests.id, { onDelete: 'set null' }),
    file: text(),
    line: integer(),
    before: text(),
    after: text(),
    begunAt: at().notNull(),
    offeredAt: at(),
    endedAt: at(),
    tries: integer().notNull().default(0),
    notBefore: at(),
  },
  (table) => [
    index('rechecks_submission').on(table.submissionId),
    index('rechecks_missed')
      .on(table.endedAt)
      .where(sql`${table.state} = 'missed'`),
    uniqueIndex('rechecks_pull_request').on(table.pullRequestId),
    uniqueIndex('rechecks_one_at_a_time')
      .on(table.submissionId)
      .where(sql`${table.endedAt} is null`),
  ],
);
