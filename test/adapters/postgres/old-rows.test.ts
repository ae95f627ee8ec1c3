import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { Connection } from '../../../src/adapters/postgres/connection.ts';
import { databaseOn, type Database } from '../../../src/adapters/postgres/database.ts';
import { connectPostgres } from '../../../src/adapters/postgres/postgres.ts';
import type { Rows } from '../../../src/adapters/postgres/session.ts';
import { freshPostgres } from '../../services/postgres.ts';
import { silent } from '../../services/silent.ts';

const Answer = z.object({ rows: z.tuple([z.object({ read: z.number() })]) });
const DAY = 86_400_000;
const now = Date.parse('2026-03-02T09:00:00Z');
let connection: Connection;
let drop: () => Promise<void>;

beforeAll(async () => {
  const fresh = await freshPostgres();
  drop = fresh.drop;
  connection = await connectPostgres(fresh.url, silent);
});
afterAll(async () => {
  await connection.close();
  await drop();
});

/** Learners who have mastered a project each, `ago` days ago: a person signed it off, and they missed a re-check a week later. */
async function keep(first: number, learners: number, ago: number): Promise<void> {
  const at = new Date(now - ago * DAY).toISOString();
  const of = sql`generate_series(${first}::int, ${first + learners - 1}::int) n`;
  const theirs = sql`between ${first}::int and ${first + learners - 1}::int`;
  for (const statement of [
    sql`insert into pull_requests (installation, repository_id, owner, repo, number, learner_id, learner_login, project, head_sha, draft, open, seen_at)
        select 1, n, 'school', 'todo-' || n, 1, n, 'learner-' || n, 'todo', 'sha-' || n, false, false, ${at} from ${of}`,
    sql`insert into submissions (pull_request_id, head_sha, head_owner, head_repo, first_seen_at)
        select id, head_sha, owner, repo, ${at} from pull_requests where learner_id ${theirs}`,
    sql`insert into runs (pull_request_id, submission_id, kind, cause, phase, outcome, marking, due_at, queued_at, ended_at)
        select s.pull_request_id, s.id, 'attempt', 'pull-request', 'finished', 'marked', '{"decision":"mastered"}', ${at}, ${at}, ${at}
        from submissions s join pull_requests p on p.id = s.pull_request_id where learner_id ${theirs}`,
    sql`insert into sign_offs (submission_id, source, source_id, by_id, by_login, says, found, said_at, at)
        select s.id, 'review', s.id, 7, 'grace', 'mastered', 'mastered', ${at}, ${at}
        from submissions s join pull_requests p on p.id = s.pull_request_id where learner_id ${theirs}`,
    sql`insert into reviews (pull_request_id, source_id, by_id, by_login, given_as, head_sha, says, at)
        select id, id, 7, 'grace', 'staff', head_sha, 'approved', ${at} from pull_requests where learner_id ${theirs}`,
    sql`insert into rechecks (submission_id, step, state, begun_at, ended_at)
        select s.id, 0, 'missed', ${at}, ${at}::timestamptz + interval '7 days'
        from submissions s join pull_requests p on p.id = s.pull_request_id where learner_id ${theirs}`,
  ])
    await connection.rows.execute(statement);
  await connection.rows.execute(sql`analyze`);
}

/** How many rows of tables, and entries of indexes, the database has looked at on this connection. */
async function readBy(rows: Rows): Promise<number> {
  const answer: unknown = await rows.execute(
    sql`select sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::int as read from pg_stat_xact_user_tables`,
  );
  return Answer.parse(answer).rows[0].read;
}

/** How many of them some work takes, and how much it finds. */
function costOf(work: (database: Database) => Promise<unknown[]>): Promise<{ read: number; found: number }> {
  return connection.transaction(async (tx) => {
    const session = {
      ...connection,
      rows: tx,
      transaction: <R>(inner: (rows: Rows) => Promise<R>) => inner(tx),
    };
    const before = await readBy(tx);
    const { length: found } = await work(databaseOn(session, { clock: { now: () => now } }));
    return { read: (await readBy(tx)) - before, found };
  });
}

const asked = {
  'second looks': ({ secondLooks }: Database) => secondLooks.signed(now - 90 * DAY),
  'masteries to look at again': ({ rechecks }: Database) =>
    rechecks.mastered({ from: now - 270 * DAY, to: now - 7 * DAY }),
  'what is due': ({ waiting }: Database) => waiting.waiting(),
};

test('what is asked for again and again reads no more rows however much is kept', async () => {
  await keep(1, 20, 20);
  // A small table is read as a whole, as that is quickest.
  await keep(1_001, 10_000, 900);
  const before = new Map<string, { read: number; found: number }>();
  for (const [what, work] of Object.entries(asked)) before.set(what, await costOf(work));
  await keep(100_001, 10_000, 1_200);
  for (const [what, work] of Object.entries(asked)) {
    const after = await costOf(work);
    expect.soft(after.found, what).toBe(20);
    expect.soft(after.found, what).toBe(before.get(what)?.found);
    expect.soft(after.read, what).toBeLessThanOrEqual((before.get(what)?.read ?? 0) * 1.1);
    expect.soft(after.read, what).toBeLessThan(1_000);
  }
});
