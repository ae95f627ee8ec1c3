import pg from 'pg';
import { expect, test } from 'vitest';
import { askDatabase } from '../../../src/adapters/postgres/ask.ts';
import { openDatabase } from '../../../src/adapters/postgres/database.ts';
import { breakConnections, freshPostgres } from '../../services/postgres.ts';
import { silent } from '../../services/silent.ts';

test('a database that only reads is not ready, and the doctor says why', async () => {
  const { url, drop } = await freshPostgres();
  const database = await openDatabase({ at: { url }, log: silent });
  try {
    await database.ping();
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(
      `alter database "${new URL(url).pathname.slice(1)}" set default_transaction_read_only = on`,
    );
    await client.end();
    await breakConnections(url);
    const code = (attempt: Promise<unknown>) =>
      attempt.then(
        () => null,
        (error: unknown) => (error as { code?: string }).code ?? null,
      );
    // The pool's first connection may be one of those that were cut.
    await expect.poll(() => code(database.ping())).toBe('database.read-only');
    expect(await code(askDatabase({ url }))).toBe('database.read-only');
  } finally {
    await database.close();
    await drop();
  }
});
