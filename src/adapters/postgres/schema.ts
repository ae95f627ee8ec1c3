import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { DecisionName } from '../../domain/course/decision.ts';
import type { PublishOutcome } from '../../report/publisher.ts';
import type { Verdict } from '../../review/sign-off.ts';
import type { VerdictSource } from '../../review/sign-off-store.ts';
import type { RunCause, RunKind, RunOutcome, RunPhase } from '../../domain/run.ts';

// What each column is for, and about whom it is, stands in column-notes.ts; whose the rows are, in privacy/row-owners.ts. The type
// checker keeps both complete, and what is exported of a person and what is erased follows from them.

const id = () => bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity();
const github = () => bigint({ mode: 'number' });
const at = () => timestamp({ withTimezone: true, mode: 'date' });

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
    seenAt: at().notNull(),
    penToken: text(),
    penUntil: at(),
  },
  (table) => [
    unique('pull_requests_number').on(table.repositoryId, table.number),
    index('pull_requests_head').on(table.repositoryId, table.headSha),
    index('pull_requests_learner').on(table.learnerId),
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

/** What people have said of commits, as the last word on them. */
export const signOffs = pgTable(
  'sign_offs',
  {
    id: id(),
    submissionId: bigint({ mode: 'number' })
      .notNull()
      .references(() => submissions.id, { onDelete: 'cascade' }),
    source: text().$type<VerdictSource['kind']>().notNull(),
    sourceId: github().notNull(),
    byId: github().notNull(),
    byLogin: text().notNull(),
    says: text().$type<Verdict['says']>().notNull(),
    why: text(),
    found: text().$type<DecisionName>().notNull(),
    rubric: text(),
    at: at().notNull(),
  },
  (table) => [
    unique('sign_offs_source').on(table.source, table.sourceId),
    index('sign_offs_submission').on(table.submissionId),
  ],
);

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
});
