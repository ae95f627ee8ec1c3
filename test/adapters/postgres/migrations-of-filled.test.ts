import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as migratePostgres } from 'drizzle-orm/node-postgres/migrator';
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite';
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { migrationsFolder } from '../../../src/adapters/postgres/migrate.ts';
import { freshPostgres } from '../../services/postgres.ts';

const Journal = z.looseObject({ entries: z.array(z.looseObject({ idx: z.number() })) });

/** The migrations as far as one of them, as a school had them that has not been brought up to date since. */
async function migrationsUntil(last: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'touchstone-migrations-'));
  await cp(migrationsFolder, folder, { recursive: true });
  const file = join(folder, 'meta', '_journal.json');
  const journal = Journal.parse(JSON.parse(await readFile(file, 'utf8')));
  const entries = journal.entries.filter(({ idx }) => idx <= last);
  await writeFile(file, JSON.stringify({ ...journal, entries }));
  return folder;
}

interface Opened {
  migrate: (folder: string) => Promise<void>;
  query: (text: string) => Promise<unknown[]>;
  close: () => Promise<void>;
}

const databases: Record<string, () => Promise<Opened>> = {
  PGlite: async () => {
    const client = await PGlite.create();
    return {
      migrate: (folder) => migratePglite(drizzlePglite({ client }), { migrationsFolder: folder }),
      query: async (text) => (await client.query(text)).rows,
      close: () => client.close(),
    };
  },
  PostgreSQL: async () => {
    const { url, drop } = await freshPostgres();
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    return {
      migrate: (folder) => migratePostgres(drizzle({ client }), { migrationsFolder: folder }),
      query: async (text) => (await client.query<Record<string, unknown>>(text)).rows,
      close: async () => {
        await client.end();
        await drop();
      },
    };
  },
};

const pull = (id: number, project: string) =>
  `insert into pull_requests (installation, repository_id, owner, repo, number, learner_id, learner_login, project, head_sha, draft, open, seen_at)
   values (1, ${id}, 'school', '${project}-ada', 1, 5, 'ada', '${project}', 'a', false, true, now())`;
const review = (source: number, on: number, by: number, as: string, at: string) =>
  `insert into reviews (pull_request_id, source_id, by_id, by_login, given_as, head_sha, says, at)
   values ((select id from pull_requests where repository_id = ${on}), ${source}, ${by}, 'somebody', '${as}', 'a', 'approved', '${at}')`;

describe.each(Object.entries(databases))('on %s that is in use', (_, open) => {
  let database: Opened;
  let older: string;
  beforeAll(async () => {
    older = await migrationsUntil(17);
    database = await open();
  });
  afterAll(async () => {
    await database.close();
    await rm(older, { recursive: true, force: true });
  });

  test('what peers have given before it was kept for them becomes theirs, each review once', async () => {
    await database.migrate(older);
    for (const statement of [
      pull(100, 'todo'),
      pull(200, 'bakery'),
      review(1, 100, 21, 'peer', '2026-01-05T10:00:00Z'),
      review(2, 200, 21, 'peer', '2026-01-06T10:00:00Z'),
      review(3, 200, 22, 'peer', '2026-01-07T10:00:00Z'),
      // Staff's own reviews are no enrichment, and nothing is known of whoever was erased.
      review(4, 100, 9, 'staff', '2026-01-08T10:00:00Z'),
      review(5, 100, -77, 'peer', '2026-01-09T10:00:00Z'),
    ])
      await database.query(statement);
    const before = await database.query('select id, source_id, by_id, at from reviews order by id');
    await database.migrate(migrationsFolder);
    const given = await database.query(
      `select r.source_id::int as source, g.by_id::int as by, g.project, g.at = r.at as same
       from reviews_given g join reviews r on r.id = g.review_id order by r.source_id`,
    );
    expect(given).toEqual([
      { source: 1, by: 21, project: 'todo', same: true },
      { source: 2, by: 21, project: 'bakery', same: true },
      { source: 3, by: 22, project: 'bakery', same: true },
    ]);
    expect(await database.query('select id, source_id, by_id, at from reviews order by id')).toEqual(before);
    // What is given after it has a number of its own, and coming up to date twice changes nothing.
    await database.migrate(migrationsFolder);
    await database.query(review(6, 100, 22, 'peer', '2026-02-01T10:00:00Z'));
    await database.query(
      `insert into reviews_given (review_id, by_id, project, at) select id, by_id, 'todo', at from reviews where source_id = 6`,
    );
    expect(await database.query('select count(distinct id)::int as given from reviews_given')).toEqual([
      { given: 4 },
    ]);
  });
});
