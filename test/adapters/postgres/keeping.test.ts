import { eq, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { databaseOn, type Database } from '../../../src/adapters/postgres/database.ts';
import type { Connection } from '../../../src/adapters/postgres/connection.ts';
import { peersOn } from '../../../src/adapters/postgres/peers/seen.ts';
import { submissions } from '../../../src/adapters/postgres/schema.ts';
import { connectPglite } from '../../../src/adapters/postgres/pglite.ts';
import { goKeepRound } from '../../../src/record/keeping/keep-round.ts';
import { pullRequest, sighting } from '../../intake/pulls.ts';
import { freshPglite } from '../../services/pglite.ts';
import { silent } from '../../services/silent.ts';

const DAY = 86_400_000;

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

const go = (there: readonly number[] = []) =>
  goKeepRound(
    {
      keeping: { days: 730, warningDays: 30 },
      store: database.keeping,
      people: { erase: (id) => database.persons.erase(id), purge: () => database.purge() },
      there: () => Promise.resolve(new Set(there)),
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

test('who is erased is asked for nothing any more, and named to nobody', async () => {
  const { pull, headSha } = pullRequest();
  const asked = { ...pull, repositoryId: 99 };
  await database.peers.decide(asked, () => ({
    withdraw: [],
    replace: [],
    renew: [],
    round: 1,
    ask: [42, 43],
    answerBy: () => Date.now() + DAY,
  }));
  const open = await database.peers.facts(asked);
  for (const { id, peer } of open?.requests ?? []) await database.peers.asked(id, `peer-${peer}`);
  await database.persons.erase(42);
  const facts = await database.peers.facts(asked);
  expect(facts?.requests.map(({ state }) => state)).toEqual(['withdrawn', 'open']);
  expect(facts?.leftOver).toEqual([]);
  const [row] = await connection.rows.select().from(submissions).where(eq(submissions.headSha, headSha));
  const seen = await peersOn(connection.rows, {
    pullRequestId: facts?.pull ?? 0,
    submissionId: row?.id ?? 0,
  });
  expect(seen).toMatchObject({ looking: ['peer-43'], replaced: [] });
});

test('a review that a peer gave stays theirs where the work was erased, and is nobody’s where they are', async () => {
  const cy = {
    ...pullRequest(),
    learner: { id: 77, login: 'cy' },
    pull: { ...pullRequest().pull, repositoryId: 77 },
  };
  await database.pulls.see(sighting(cy, Date.now()));
  await database.peers.keepReview(cy.pull, {
    sourceId: 70,
    by: { id: 44, login: 'pia' },
    as: 'peer',
    headSha: cy.headSha,
    says: 'commented',
    words: 'What happens where it is empty?',
    lacks: null,
    saidAt: Date.now(),
  });
  const given = async () => (await database.records.rowsOf(44)).reviewsGiven.map(({ project }) => project);
  expect(await given()).toEqual(['todo-cli']);
  await database.persons.erase(cy.learner.id);
  expect(await given()).toEqual(['todo-cli']);
  await database.persons.erase(44);
  expect(await given()).toEqual([]);
});

describe('somebody at work', () => {
  const grace = { id: 4_711_008, login: 'grace', type: 'User' };

  /** She tried the course two years ago; since then she signs off the work of others. */
  const longAgo = async () => {
    const trial = {
      ...pullRequest(),
      learner: { id: grace.id, login: grace.login },
      pull: { ...pullRequest().pull, repositoryId: 400 },
    };
    await database.pulls.see(sighting(trial, Date.now()));
    await connection.rows.execute(
      sql`update submissions set first_seen_at = first_seen_at - interval '800 days' where pull_request_id in (select id from pull_requests where repository_id = 400)`,
    );
  };
  const forget = () => database.persons.erase(grace.id);
  afterEach(forget);

  test('is not quiet, whatever they do: any row in which they did something says so', async () => {
    await longAgo();
    expect((await database.keeping.quietSince(Date.now() - 700 * DAY)).map(({ id }) => id)).toContain(
      grace.id,
    );
    const { pull } = pullRequest();
    const byBo = { ...pull, repositoryId: 99 };
    await database.peers.keepReview(byBo, {
      sourceId: 5,
      by: grace,
      as: 'staff',
      headSha: pullRequest().headSha,
      says: 'approved',
      words: 'Because it reads well.',
      lacks: null,
      saidAt: Date.now(),
    });
    expect((await database.keeping.quietSince(Date.now() - 700 * DAY)).map(({ id }) => id)).not.toContain(
      grace.id,
    );
  });

  test('is not erased while the school has them in its roster, and a warning is void', async () => {
    await longAgo();
    await go();
    expect(await warned()).toContain('grace');
    await connection.rows.execute(sql`update expiries set warned_at = warned_at - interval '31 days'`);
    await go([grace.id]);
    expect(await warned()).not.toContain('grace');
    expect(await database.persons.called('grace')).toHaveLength(1);
    await go([grace.id]);
    expect(await warned()).not.toContain('grace');
  });

  test('staff see when it will be', async () => {
    await longAgo();
    await go();
    const [quiet] = (await database.keeping.quietSince(0)).filter(({ id }) => id === grace.id);
    expect((quiet?.dueAt ?? 0) / DAY).toBeCloseTo(Date.now() / DAY + 30, 1);
  });
});
