import { bigint, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { at, github, id } from './columns.ts';

/** Teams of GitHub organisations that the course names. */
export const teams = pgTable('teams', {
  id: id(),
  name: text().notNull().unique(),
  readAt: at().notNull(),
});

/** Who was in a team when it was last read. */
export const teamMembers = pgTable(
  'team_members',
  {
    teamId: bigint({ mode: 'number' })
      .notNull()
      .references(() => teams.id, { onDelete: 'cascade' }),
    memberId: github().notNull(),
    login: text().notNull().default(''),
  },
  (table) => [primaryKey({ columns: [table.teamId, table.memberId] })],
);
