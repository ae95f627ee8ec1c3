import { sql } from 'drizzle-orm';
import {
  bigint,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core';
import type { TurnState } from '../../../similarity/round/turn-store.ts';
import type { FindingKind } from '../../../similarity/alike/finding.ts';
import { at, github, id } from './columns.ts';
import { submissions } from './pulls.ts';

const submissionId = () =>
  bigint({ mode: 'number' })
    .notNull()
    .references(() => submissions.id, { onDelete: 'cascade' });

/** What was handed in, as it is compared: of each learner and project the newest. */
export const similarityWorks = pgTable(
  'similarity_works',
  {
    id: id(),
    submissionId: submissionId(),
    project: text().notNull(),
    learnerId: github().notNull(),
    cohort: text(),
    handedInAt: at().notNull(),
    reading: text().notNull(),
  },
  (table) => [
    unique('similarity_works_one').on(table.project, table.learnerId),
    index('similarity_works_latest').on(table.project, table.handedInAt),
    index('similarity_works_handed_in').on(table.handedInAt),
    index('similarity_works_learner').on(table.learnerId),
    index('similarity_works_submission').on(table.submissionId),
  ],
);

/** Which works have an entry in their sketch. */
export const similarityPostings = pgTable(
  'similarity_postings',
  {
    entry: bigint({ mode: 'number' }).notNull(),
    workId: bigint({ mode: 'number' })
      .notNull()
      .references(() => similarityWorks.id, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.entry, table.workId] }),
    index('similarity_postings_work').on(table.workId),
  ],
);

/** Submissions that are to be compared, and those that were. */
export const similarityTurns = pgTable(
  'similarity_turns',
  {
    submissionId: submissionId().primaryKey(),
    state: text().$type<TurnState>().notNull(),
    tries: integer().notNull().default(0),
    dueAt: at().notNull(),
    leaseToken: text(),
    leaseUntil: at(),
    files: text(),
  },
  (table) => [
    index('similarity_turns_waiting')
      .on(table.dueAt)
      .where(sql`${table.state} = 'waiting'`),
  ],
);

/** What works have in common, for staff to look at. */
export const similarityFindings = pgTable(
  'similarity_findings',
  {
    id: id(),
    project: text().notNull(),
    kind: text().$type<FindingKind>().notNull(),
    score: doublePrecision().notNull(),
    threshold: doublePrecision().notNull().default(0),
    marks: jsonb().$type<unknown>().notNull(),
    foundAt: at().notNull(),
    changedAt: at().notNull(),
    seenById: github(),
    seenByLogin: text(),
    seenAt: at(),
  },
  (table) => [index('similarity_findings_project').on(table.project)],
);

/** Whose work has it, and where. */
export const similarityMembers = pgTable(
  'similarity_members',
  {
    findingId: bigint({ mode: 'number' })
      .notNull()
      .references(() => similarityFindings.id, { onDelete: 'cascade' }),
    learnerId: github().notNull(),
    submissionId: submissionId(),
    places: jsonb().$type<unknown>().notNull(),
    since: at().notNull(),
    joinedAt: at().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.findingId, table.learnerId] }),
    index('similarity_members_learner').on(table.learnerId),
    index('similarity_members_submission').on(table.submissionId),
  ],
);
