import { bigint, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { at } from './columns.ts';

/** Deliveries that GitHub has sent, and that were not in the inbox when its log was read: they are asked for again. */
export const lostDeliveries = pgTable(
  'lost_deliveries',
  {
    guid: text().primaryKey(),
    logId: bigint({ mode: 'number' }).notNull(),
    sentAt: at().notNull(),
    tries: integer().notNull().default(0),
    dueAt: at().notNull(),
  },
  (table) => [index('lost_deliveries_due').on(table.dueAt)],
);
