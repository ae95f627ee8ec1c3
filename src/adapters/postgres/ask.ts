import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import pg from 'pg';
import { z } from 'zod';
import { operatorError } from '../../domain/errors/operator.ts';
import { lockDataDir } from './data-lock.ts';
import { migrationsFolder } from './migrate.ts';

/** What a database says about itself. */
export interface DatabaseFacts {
  kind: 'PostgreSQL' | 'embedded';
  version: string;
  /** Migrations that the database has, and that this program has. */
  applied: number;
  known: number;
}

interface Questioned {
  query(sql: string): Promise<{ rows: unknown[] }>;
}

const Version = z.object({ server_version: z.string() });
const ReadOnly = z.object({ transaction_read_only: z.string() });
const Table = z.object({ found: z.boolean() });
const Count = z.object({ applied: z.coerce.number() });

async function ask(database: Questioned): Promise<Omit<DatabaseFacts, 'kind'>> {
  const known = readMigrationFiles({ migrationsFolder }).length;
  const { server_version: version } = Version.parse((await database.query('show server_version')).rows[0]);
  const { transaction_read_only: readOnly } = ReadOnly.parse(
    (await database.query('show transaction_read_only')).rows[0],
  );
  if (readOnly === 'on') throw operatorError('database.read-only', {});
  const { found } = Table.parse(
    (await database.query(`select to_regclass('drizzle.__drizzle_migrations') is not null as found`)).rows[0],
  );
  if (!found) return { version, applied: 0, known };
  const counted = await database.query('select count(*) as applied from drizzle.__drizzle_migrations');
  return { version, ...Count.parse(counted.rows[0]), known };
}

/**
 * Asks a database what it is, and changes nothing in it.
 *
 * @throws TouchstoneError `database.in-use` where another process has the embedded database open, `database.read-only`
 */
export async function askDatabase(at: { url: string } | { dataDir: string }): Promise<DatabaseFacts> {
  if ('url' in at) {
    const client = new pg.Client({ connectionString: at.url, connectionTimeoutMillis: 3_000 });
    await client.connect();
    try {
      return { kind: 'PostgreSQL', ...(await ask(client)) };
    } finally {
      await client.end();
    }
  }
  await mkdir(at.dataDir, { recursive: true });
  const unlock = await lockDataDir(at.dataDir);
  try {
    const database = await PGlite.create(join(at.dataDir, 'database'));
    try {
      return { kind: 'embedded', ...(await ask(database)) };
    } finally {
      await database.close();
    }
  } finally {
    await unlock();
  }
}
