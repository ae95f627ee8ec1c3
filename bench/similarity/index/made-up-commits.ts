import { sql } from 'drizzle-orm';
import type { Rows } from '../../../src/adapters/postgres/session.ts';

/** Learners and what they handed in, as far as the index needs them: numbers from one to another, both included. */
export async function madeUpCommits(rows: Rows, from: number, to: number): Promise<void> {
  await rows.execute(sql`
    insert into pull_requests (installation, repository_id, owner, repo, number, learner_id, learner_login, project, head_sha, draft, open, seen_at)
    select 1, n, 'school', 'work-' || n, 1, n, 'learner-' || n, 'basket', lpad(n::text, 40, '0'), false, true, now() from generate_series(${from}::int, ${to}::int) n`);
  await rows.execute(sql`
    insert into submissions (pull_request_id, head_sha, head_owner, head_repo, first_seen_at)
    select id, head_sha, owner, repo, now() from pull_requests where learner_id between ${from}::int and ${to}::int order by id`);
}
