import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { databaseOn, type Database } from '../../../src/adapters/postgres/database.ts';
import type { Connection } from '../../../src/adapters/postgres/connection.ts';
import { connectPglite } from '../../../src/adapters/postgres/pglite.ts';
import { goKeepRound } from '../../../src/record/keeping/keep-round.ts';
import { pullRequest, sighting } from '../../intake/pulls.ts';
import { freshPglite } from '../../services/pglite.ts';
import { silent } from '../../services/silent.ts';

let connection: Connection;
let database: Database;

beforeAll(async () => {
  connection = await connectPglite(await freshPglite());
  database = databaseOn(connection);
  const ada = pullRequest();
  await database.pulls.see(sighting(ada, Date.now()));
  const bo = {
    ...ada,
    learner: { id: ada.learner.id + 1, login: 'bo' },
    pull: { ...ada.pull, repositoryId: 99 },
  };
  await database.pulls.see(sighting(bo, Date.now()));
});
afterAll(() => database.close());

const go = () =>
  goKeepRound(
    {
      keeping: { days: 730, warningDays: 30 },
      store: database.keeping,
      people: { erase: (id) => database.persons.erase(id), purge: () => database.purge() },
      log: silent,
    },
    new AbortController().signal,
  );
const learners = async () =>
  (await database.persons.called('ada')).length + (await database.persons.called('bo')).length;
const warned = async () =>
  (await database.keeping.quietSince(0))
    .filter(({ warnedAt }) => warnedAt !== null)
    .map(({ login }) => login);

test('staff are warned of a learner of whom nothing has come for long, and in time they are erased', async () => {
  await go();
  expect(await warned()).toEqual([]);

  // Two years go by for one of the two.
  const { id } = (await database.persons.called('ada'))[0] ?? { id: 0 };
  await connection.rows.execute(
    sql`update submissions set first_seen_at = first_seen_at - interval '800 days' where pull_request_id in (select id from pull_requests where learner_id = ${id})`,
  );
  await go();
  expect(await warned()).toEqual(['ada']);
  await go();
  expect(await learners()).toBe(2);

  await connection.rows.execute(sql`update expiries set warned_at = warned_at - interval '31 days'`);
  await go();
  expect(await database.persons.called('ada')).toEqual([]);
  expect(await database.persons.called('bo')).toHaveLength(1);
  expect(await warned()).toEqual([]);
});
