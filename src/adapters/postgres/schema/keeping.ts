import { pgTable } from 'drizzle-orm/pg-core';
import { at, github } from './columns.ts';

/** People of whom nothing has come for a long time, and of whom staff were warned that what is kept of them is erased soon. */
export const expiries = pgTable('expiries', {
  learnerId: github().primaryKey(),
  warnedAt: at().notNull(),
  dueAt: at(),
});
