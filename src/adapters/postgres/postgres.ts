import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import type { Logger } from 'pino';
import { operatorError } from '../../domain/errors/operator.ts';
import { listenOnPostgres } from './listen.ts';
import { migrationsFolder } from './migrate.ts';
import * as schema from './schema.ts';
import type { Rows } from './session.ts';
import type { Connection } from './connection.ts';

/** A process has the lock of this number while it migrates: several may start at the same time. */
const migrationLock = 7_205_001;

/** The address without the password, for people to read. */
function visible(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port || '5432'}${pathname}`;
}

async function migrateOnce(url: string): Promise<void> {
  // A connection without the time limits of the others: a migration, or waiting for another process's, may take long.
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
  // A connection that breaks makes the query fail as well, which is where it is told.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await migrate(drizzle({ client, schema, casing: 'snake_case' }), { migrationsFolder });
  } finally {
    // The lock ends with the connection.
    await client.end();
  }
}

/**
 * Drizzle's own way with a pool never gives a connection back that broke at `begin`, and gives one back for others to
 * use whose rollback failed. Here a connection on which anything failed is thrown away.
 */
async function transact<Result>(pool: pg.Pool, work: (tx: Rows) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  let failed = true;
  try {
    const result = await drizzle({ client, schema, casing: 'snake_case' }).transaction(work);
    failed = false;
    return result;
  } finally {
    client.release(failed);
  }
}

/**
 * Connects to a PostgreSQL server (15 or newer) and brings its schema up to date.
 *
 * @throws TouchstoneError `database.unreachable`
 */
export async function connectPostgres(url: string, log: Logger): Promise<Connection> {
  try {
    await migrateOnce(url);
  } catch (error) {
    const seen = error instanceof Error ? error.message : String(error);
    throw operatorError('database.unreachable', { where: visible(url), seen }, { cause: error });
  }
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    // A hook has to be answered within seconds, and a server that is frozen answers nothing at all.
    connectionTimeoutMillis: 3_000,
    query_timeout: 10_000,
    statement_timeout: 10_000,
    keepAlive: true,
  });
  // Without listeners, a connection that breaks (the server restarts) would end the process: the pool listens to the
  // idle ones only, so those in use are listened to here; whoever uses them sees the query fail.
  pool.on('connect', (client) => {
    client.on('error', (error) => {
      log.debug({ err: error }, 'a connection to the database broke while in use');
    });
  });
  pool.on('error', (error) => {
    log.warn({ err: error }, 'a connection to the database broke');
  });
  return {
    rows: drizzle({ client: pool, schema, casing: 'snake_case' }),
    transaction: (work) => transact(pool, work),
    onWork: (listener) => listenOnPostgres(url, listener, log),
    // What the server keeps besides (its log of changes, backups) is cleared by whoever runs it.
    purge: async () => {
      await pool.query('vacuum (analyze)');
    },
    close: () => pool.end(),
  };
}
