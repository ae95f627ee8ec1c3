import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databaseOn } from '../../src/adapters/postgres/database.ts';
import { connectPostgres } from '../../src/adapters/postgres/postgres.ts';
import { queueCommand } from '../../src/cli/queue.ts';
import type { WaitingWork } from '../../src/domain/waiting-work.ts';
import { pullRequest, sha, sighting } from '../intake/pulls.ts';
import { notYet } from '../marking/markings.ts';
import { freshPostgres } from '../services/postgres.ts';
import { silent } from '../services/silent.ts';
import { touchstone } from './run.ts';

let url = '';
let drop: () => Promise<void>;

beforeAll(async () => {
  ({ url, drop } = await freshPostgres());
  const database = databaseOn(await connectPostgres(url, silent));
  const run = (await database.pulls.see(sighting(pullRequest(), Date.now()))).started ?? 0;
  await database.runs.take(run, 't');
  await database.runs.marked(run, 't', { ...notYet(), decision: 'awaiting-review' });
  await database.runs.published(run, 't');
  await database.close();
});
afterAll(() => drop());

describe('touchstone queue', () => {
  test('shows what waits, with why it stands where it stands', async () => {
    const { code, out } = await touchstone(['queue', '--format', 'json'], { TOUCHSTONE_DATABASE_URL: url });
    expect(code).toBe(0);
    const { queue } = JSON.parse(out) as { queue: object[] };
    expect(queue).toMatchObject([
      {
        learner: 'ada',
        project: 'todo-cli',
        pullRequest: 'school/todo-cli-ada#7',
        headSha: sha('a'),
        waitsFor: 'sign-off',
        misses: 0,
      },
    ]);
  });

  const printed = async (waiting: WaitingWork[], now = Date.parse('2026-03-04T12:00:00Z')) => {
    let out = '';
    const terminal = {
      out: (text: string) => void (out += text),
      err: () => undefined,
      columns: 100,
      outIsTerminal: false,
      errIsTerminal: false,
    };
    const parts = { waiting: () => Promise.resolve(waiting), now: () => now };
    expect(await queueCommand({ format: 'text' }, parts, terminal)).toBe(0);
    return out;
  };

  test('is a table for people, and says so when there is nothing to do', async () => {
    const { pull, headSha } = pullRequest();
    const out = await printed([
      {
        pull,
        headSha,
        learner: { id: 5, login: 'ada\u001b[31m' },
        project: 'todo-cli',
        waitsFor: 'help',
        since: Date.parse('2026-03-02T09:00:00Z'),
        misses: 6,
      },
    ]);
    expect(out).toMatch(/ada\\u001b\[31m .* todo-cli .* school\/todo-cli-ada#7 .* 2 days/);
    expect(out).toContain('nothing else is left to try: 2');
    expect(out).toContain('missed 6 times: 1');
    expect(await printed([])).toBe('Nothing waits for staff.\n');
  });
});
