import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { lockDataDir } from './data-lock.ts';
import type { Connection } from './connection.ts';
import { migrationsFolder } from './migrate.ts';
import * as schema from './schema.ts';
import { workChannel } from './session.ts';

/**
 * Writes all tables anew and throws the old files away, and with them the log of changes, which would otherwise be written over some day
 * and hold what was deleted until then.
 */
async function purge(client: PGlite): Promise<void> {
  await client.exec('vacuum (full, analyze)');
  await client.exec('set wal_recycle = off');
  await client.exec('checkpoint');
  await client.exec('select pg_switch_wal()');
  await client.exec('checkpoint');
}

/** Brings an open PGlite up to date. */
export async function connectPglite(client: PGlite): Promise<Connection> {
  const rows = drizzle({ client, schema, casing: 'snake_case' });
  await migrate(rows, { migrationsFolder });
  return {
    rows,
    transaction: (work) => rows.transaction(work),
    onWork: (listener) => client.listen(workChannel, listener),
    purge: () => purge(client),
    close: () => client.close(),
  };
}

/**
 * Opens the embedded database in `<dataDir>/database`. One process only: the folder is locked first. It survives a
 * killed process, but not a power cut (PGlite never calls fsync).
 *
 * @throws TouchstoneError `database.in-use`
 */
export async function openPglite(dataDir: string): Promise<Connection> {
  await mkdir(dataDir, { recursive: true });
  const unlock = await lockDataDir(dataDir);
  try {
    const connection = await connectPglite(await PGlite.create(join(dataDir, 'database')));
    return {
      ...connection,
      close: async () => {
        try {
          await connection.close();
        } finally {
          await unlock();
        }
      },
    };
  } catch (error) {
    await unlock();
    throw error;
  }
}
