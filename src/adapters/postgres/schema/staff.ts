import { sql } from 'drizzle-orm';
import { bigint, boolean, index, integer, pgTable, text, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import type { DecisionName } from '../../../domain/course/decision.ts';
import type { Verdict } from '../../../review/sign-off.ts';
import type { VerdictSource } from '../../../review/sign-off-store.ts';
import { at, github, id } from './columns.ts';
import { pullRequests, submissions } from './pulls.ts';

const pullRequestId = () =>
  bigint({ mode: 'number' })
    .notNull()
    .references(() => pullRequests.id, { onDelete: 'cascade' });

/** Who did something, as they were called then. */
const by = () => ({ byId: github().notNull(), byLogin: text().notNull() });

/** What somebody did in a comment or by a button is taken once: the comment's number, with the place in it from the second command on; or the delivery's. */
const given = () => text().notNull().unique();

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
    claimed: text().$type<Verdict['says']>(),
    rubric: text(),
    saidAt: at(),
    at: at().notNull(),
  },
  (table) => [
    unique('sign_offs_source').on(table.source, table.sourceId),
    index('sign_offs_submission').on(table.submissionId),
    index('sign_offs_kept').on(table.at),
  ],
);

/** Learners who ask for a person to look at what the machine has found. */
export const appeals = pgTable(
  'appeals',
  {
    id: id(),
    pullRequestId: pullRequestId(),
    given: given(),
    why: text(),
    at: at().notNull(),
    endedAt: at(),
  },
  (table) => [
    uniqueIndex('appeals_one_open')
      .on(table.pullRequestId)
      .where(sql`${table.endedAt} is null`),
    index('appeals_pull_request').on(table.pullRequestId),
  ],
);

/** Who looks at a pull request, so that two people do not. */
export const claims = pgTable('claims', {
  pullRequestId: pullRequestId().primaryKey(),
  ...by(),
  at: at().notNull(),
});

/** Work that staff want to see again later. */
export const snoozes = pgTable('snoozes', {
  pullRequestId: pullRequestId().primaryKey(),
  ...by(),
  until: at().notNull(),
  why: text().notNull(),
  at: at().notNull(),
});

/** Staff's time with a learner. */
export const sessions = pgTable(
  'sessions',
  {
    id: id(),
    learnerId: github().notNull(),
    project: text().notNull(),
    given: given(),
    ...by(),
    minutes: integer().notNull(),
    about: text().notNull(),
    criterion: text(),
    overCap: boolean().notNull(),
    at: at().notNull(),
  },
  (table) => [index('sessions_learner').on(table.learnerId, table.at)],
);

/** Days on which nothing is expected of somebody, besides those in the file of people. */
export const leaves = pgTable(
  'leaves',
  {
    id: id(),
    personId: github().notNull(),
    from: text().notNull(),
    to: text().notNull(),
    given: given(),
    ...by(),
    at: at().notNull(),
  },
  (table) => [index('leaves_person').on(table.personId)],
);

/** Units that are open to a learner out of turn: to show at once what they know, or to show again what they have shown. */
export const unitRequests = pgTable(
  'unit_requests',
  {
    id: id(),
    learnerId: github().notNull(),
    kind: text().$type<'challenge' | 'retake'>().notNull(),
    unit: text().notNull(),
    project: text().notNull(),
    given: given(),
    ...by(),
    at: at().notNull(),
  },
  (table) => [index('unit_requests_learner').on(table.learnerId)],
);

/** Volunteers who were named to a learner to work with. */
export const pairings = pgTable(
  'pairings',
  {
    id: id(),
    submissionId: bigint({ mode: 'number' })
      .notNull()
      .references(() => submissions.id, { onDelete: 'cascade' }),
    volunteerId: github().notNull(),
    volunteerLogin: text().notNull(),
    at: at().notNull(),
  },
  (table) => [unique('pairings_one').on(table.submissionId, table.volunteerId)],
);

/** Whether what staff were shown was of use to them. */
export const usefulness = pgTable(
  'usefulness',
  {
    id: id(),
    pullRequestId: pullRequestId(),
    given: given(),
    ...by(),
    useful: boolean().notNull(),
    at: at().notNull(),
  },
  (table) => [index('usefulness_pull_request').on(table.pullRequestId)],
);

/** What a second member of staff says of a commit that was signed off, without having seen what the first one said. */
export const secondLooks = pgTable('second_looks', {
  id: id(),
  signOffId: bigint({ mode: 'number' })
    .notNull()
    .unique()
    .references(() => signOffs.id, { onDelete: 'cascade' }),
  ...by(),
  says: text().$type<Verdict['says']>().notNull(),
  why: text(),
  at: at().notNull(),
});
