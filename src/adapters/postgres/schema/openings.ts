import { boolean, index, integer, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { at, github, id } from './columns.ts';

/** Repositories that are made for learners: one for each project that somebody gets. */
export const openings = pgTable(
  'openings',
  {
    id: id(),
    learnerId: github().notNull(),
    learnerLogin: text(),
    unit: text().notNull(),
    project: text().notNull(),
    owner: text(),
    repo: text(),
    repositoryId: github(),
    branch: text(),
    starterSha: text(),
    wantedAt: at().notNull(),
    tries: integer().notNull().default(0),
    dueAt: at().notNull(),
    problem: text(),
    openedAt: at(),
    pinned: boolean(),
    pinCheckedAt: at(),
    invitations: integer().notNull().default(1),
    invitedAt: at(),
    joinedAt: at(),
  },
  (table) => [
    unique('openings_learner_project').on(table.learnerId, table.project),
    index('openings_project').on(table.project),
  ],
);
