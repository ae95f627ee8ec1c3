import { sql } from 'drizzle-orm';
import { bigint, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { PublishOutcome } from '../../report/publisher.ts';
import { at, id } from './schema/columns.ts';
import { pullRequests, submissions } from './schema/pulls.ts';
import type { RunCause, RunKind, RunOutcome, RunPhase } from '../../domain/run.ts';

// What each column is for, and about whom it is, stands in column-notes/; whose the rows are, in privacy/row-owners.ts. The type
// checker keeps both complete, and what is exported of a person and what is erased follows from them.

export * from './schema/peers.ts';
export * from './schema/pulls.ts';
export * from './schema/rechecks.ts';
export * from './schema/staff.ts';
export * from './schema/openings.ts';
export * from './schema/teams.ts';
export * from './schema/keeping.ts';
export * from './schema/inbox.ts';
export * from './schema/similarity.ts';

/** The inbox: one row for each webhook delivery that passed its signature check. */
export const deliveries = pgTable(
  'deliveries',
  {
    id: text().primaryKey(),
    event: text().notNull(),
    action: text(),
    payload: jsonb().$type<unknown>(),
    receivedAt: at().notNull(),
    state: text().$type<'waiting' | 'done' | 'failed'>().notNull().default('waiting'),
    tries: integer().notNull().default(0),
    dueAt: at().notNull(),
    handedAt: at(),
    outcome: text(),
    settledAt: at(),
  },
  (table) => [
    index('deliveries_waiting')
      .on(table.dueAt)
      .where(sql`${table.state} = 'waiting'`),
    index('deliveries_received').on(table.receivedAt),
  ],
);

/** One marking of one submission. */
export const runs = pgTable(
  'runs',
  {
    id: id(),
    pullRequestId: bigint({ mode: 'number' })
      .notNull()
      .references(() => pullRequests.id, { onDelete: 'cascade' }),
    submissionId: bigint({ mode: 'number' })
      .notNull()
      .references(() => submissions.id, { onDelete: 'cascade' }),
    kind: text().$type<RunKind>().notNull(),
    cause: text().$type<RunCause>().notNull(),
    deliveryId: text(),
    phase: text().$type<RunPhase>().notNull().default('queued'),
    tries: integer().notNull().default(0),
    publishTries: integer().notNull().default(0),
    dueAt: at().notNull(),
    handedAt: at(),
    announcedAt: at(),
    leaseToken: text(),
    leaseExpiresAt: at(),
    outcome: text().$type<RunOutcome>(),
    marking: jsonb().$type<unknown>(),
    problem: jsonb().$type<unknown>(),
    queuedAt: at().notNull(),
    startedAt: at(),
    concludedAt: at(),
    endedAt: at(),
  },
  (table) => [
    // The newest push wins: the database itself refuses a second active run of one pull request.
    uniqueIndex('runs_one_active')
      .on(table.pullRequestId)
      .where(sql`${table.phase} in ('queued', 'running', 'publishing')`),
    index('runs_pull_request').on(table.pullRequestId),
    index('runs_submission').on(table.submissionId),
    index('runs_ended').on(table.endedAt),
  ],
);

/** Rubrics that submissions were marked by, each content once: with them decisions can be made again from their evidence. */
export const rubrics = pgTable('rubrics', {
  id: text().primaryKey(),
  project: text().notNull(),
  rubric: jsonb().$type<unknown>().notNull(),
  firstUsedAt: at().notNull(),
});

/** Mastery that a regrade would have taken away and did not, for staff to look at: one row for each such submission. */
export const keptMasteries = pgTable('kept_masteries', {
  submissionId: bigint({ mode: 'number' })
    .primaryKey()
    .references(() => submissions.id, { onDelete: 'cascade' }),
  runId: bigint({ mode: 'number' })
    .notNull()
    .references(() => runs.id, { onDelete: 'cascade' }),
  marking: jsonb().$type<unknown>().notNull(),
  keptAt: at().notNull(),
});

/** What was said on GitHub for a run, and how that went. */
export const publications = pgTable(
  'publications',
  {
    id: id(),
    runId: bigint({ mode: 'number' })
      .notNull()
      .references(() => runs.id, { onDelete: 'cascade' }),
    what: text().$type<'queued' | 'running' | 'retrying' | 'result'>().notNull(),
    outcome: text().$type<PublishOutcome>().notNull(),
    at: at().notNull(),
  },
  (table) => [index('publications_run').on(table.runId)],
);

/** Work that one process does for all of them from time to time, such as the sweep. */
export const chores = pgTable('chores', {
  name: text().primaryKey(),
  startedAt: at().notNull(),
  finishedAt: at(),
  requestedAt: at(),
  place: jsonb().$type<unknown>(),
});
