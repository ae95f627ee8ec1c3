import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type { Clock } from '../../domain/clock.ts';
import type * as schema from './schema.ts';

/** The same schema on PostgreSQL and on PGlite, or a transaction of either. */
export type Rows = PgDatabase<PgQueryResultHKT, typeof schema>;

/** Does some work in one transaction. */
export type Transact = <Result>(work: (tx: Rows) => Promise<Result>) => Promise<Result>;

/** What every store is made of. */
export interface Session {
  rows: Rows;
  transaction: Transact;
  /** Now, as SQL. */
  now: () => SQL;
}

/** The channel that tells the relays of new work. Notifications stay within one database. */
export const workChannel = 'touchstone_work';

/**
 * The time that rows are stamped with and leases are measured by: the database's own, because workers run on several
 * machines whose clocks differ. Tests hand in a clock of theirs.
 */
export function timeOf(clock: Clock | undefined): () => SQL {
  if (clock === undefined) return () => sql`clock_timestamp()`;
  return () => sql`${new Date(clock.now()).toISOString()}::timestamptz`;
}

/** A time so many milliseconds after (or, below zero, before) another. */
export function after(time: SQL, ms: number): SQL {
  return sql`${time} + ${ms}::double precision * interval '1 millisecond'`;
}

/** What time it is, in milliseconds since 1970. */
export async function timeNow(rows: Rows, now: () => SQL): Promise<number> {
  const [row] = await rows
    .select({ at: sql<unknown>`extract(epoch from ${now()}) * 1000` })
    .from(sql`(select 1) as one`);
  const at = Number(row?.at);
  if (!Number.isFinite(at)) throw new Error('the database did not tell its time');
  return Math.floor(at);
}

/** Wakes the relays when the transaction is through. */
export async function notifyWork(rows: Rows): Promise<void> {
  await rows.execute(sql`select pg_notify(${workChannel}, '')`);
}
