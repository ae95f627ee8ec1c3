import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databaseOn } from '../../src/adapters/postgres/database.ts';
import { connectPostgres } from '../../src/adapters/postgres/postgres.ts';
import { queueCommand } from '../../src/cli/queue.ts';
import type { OpeningTrouble } from '../../src/opening/opening-store.ts';
import type { ReviewNote } from '../../src/review/peers/peer-store.ts';
import type { AlikeItem } from '../../src/similarity/alike/for-staff.ts';
import type { Quiet } from '../../src/record/keeping/keeping.ts';
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

  const now = Date.parse('2026-03-04T12:00:00Z');
  const note: ReviewNote = {
    pull: { owner: 'school', repo: 'todo-cli-ada', number: 7 },
    lacks: 'reason',
    words: 'LGTM',
    at: now,
  };
  const printed = async (
    waiting: WaitingWork[],
    all = false,
    {
      login = null,
      troubles = [],
      expiring = [],
      alike = [],
    }: {
      login?: string | null;
      troubles?: OpeningTrouble[];
      expiring?: Quiet[];
      alike?: AlikeItem[];
    } = {},
  ) => {
    let out = '';
    const terminal = {
      out: (text: string) => void (out += text),
      err: () => undefined,
      columns: 100,
      outIsTerminal: false,
      errIsTerminal: false,
    };
    const parts = {
      who: () => Promise.reject(new Error('not asked for')),
      waiting: () => Promise.resolve(waiting),
      openingTroubles: () => Promise.resolve(troubles),
      reviewNotes: (login: string) => Promise.resolve(login === 'grace' ? [note] : []),
      expiring: () => Promise.resolve(expiring),
      alike: () => Promise.resolve(alike),
      now: () => now,
    };
    const options = {
      format: 'text' as const,
      all,
      course: 'rubrics',
      ...(login !== null && { for: login }),
    };
    expect(await queueCommand(options, parts, terminal)).toBe(0);
    return out;
  };

  test('names repositories that can be merged into without the check, and those that could not be made', async () => {
    const out = await printed([], false, {
      troubles: [
        { owner: 'school', repo: 'sums-ada', project: 'sums', what: 'unpinned', why: null },
        { owner: '', repo: '', project: 'sums', what: 'stuck', why: 'GitHub is away' },
      ],
    });
    expect(out).toBe(
      `Nothing waits for staff.
school/sums-ada does not require Touchstone's check: a pull request can be merged there without it
a repository for sums could not be made so far: GitHub is away
`,
    );
  });

  const work = (more: Partial<WaitingWork> = {}): WaitingWork => {
    const { pull, headSha, learner } = pullRequest();
    return {
      pull,
      headSha,
      learner,
      project: 'todo-cli',
      waitsFor: 'help',
      since: Date.parse('2026-03-02T09:00:00Z'),
      appeal: null,
      claim: null,
      snooze: null,
      peers: { looking: 0, until: null, said: 0 },
      misses: 6,
      ...more,
    };
  };

  test('has notes on somebody’s own reviews when they ask for them, and for nobody else', async () => {
    expect(await printed([work()])).not.toContain('LGTM');
    const forGrace = await printed([work()], false, { login: 'grace' });
    expect(forGrace).toContain('school/todo-cli-ada#7: “LGTM”');
    expect(forGrace).toContain('What did you see, and why does it matter?');
    expect(await printed([], false, { login: 'margaret' })).toContain(
      'each of the last 30 days gives a reason',
    );
  });

  test('shows what works have in common, without saying how it came to be so', async () => {
    const at = Date.parse('2026-03-02T09:00:00Z');
    const member = (login: string) => ({
      learnerId: 1,
      login,
      pull: { ...pullRequest().pull, repo: `basket-${login}` },
      places: [{ file: 'main.js', start: 3, end: 9 }],
      since: at,
      joinedAt: at,
    });
    const item: AlikeItem = {
      numbers: [7],
      kind: 'group',
      projects: ['basket'],
      sure: 0.72,
      since: at,
      members: [member('ada'), member('bo'), member('chidi')],
      joined: 1,
      origin: {
        by: 5,
        login: 'linus',
        how: 'review',
        reached: 3,
        of: 3,
        others: 1,
        ofOthers: 20,
        sure: 0.99,
      },
      isAside: false,
    };
    const out = await printed([], false, { alike: [item] });
    expect(out).toContain(
      '7: 3 works for basket share something that is rare elsewhere (72 % sure, 1 joined',
    );
    expect(out).toContain('ada, since 2026-03-02: school/basket-ada#7, main.js:3-9');
    expect(out).toContain(
      'linus had reviewed the work of 3 of these 3 before they had it, and of the others 1 of 20',
    );
    expect(out).not.toMatch(/copied|cheat|plagiar|suspect|guilt/i);
    expect(await printed([], false, { alike: [{ ...item, isAside: true }] })).not.toContain('basket');
    expect(await printed([], true, { alike: [{ ...item, isAside: true }] })).toContain('put aside');
  });

  test('says what was mastered and was not found again some weeks later', async () => {
    const out = await printed([work({ waitsFor: 'due', misses: 2 })]);
    expect(out).toMatch(/a talk, some time/);
    expect(out).toMatch(/looks missed: 2: 0.02/);
  });

  test('says that peers are looking, and until when', async () => {
    const until = Date.parse('2026-03-05T10:30:00Z');
    const out = await printed([work({ waitsFor: 'sign-off', peers: { looking: 1, until, said: 1 } })]);
    expect(out).toMatch(/peers look until/);
    expect(out).toMatch(/the last word on it \(peers/);
  });

  test('is a table for people, and says so when there is nothing to do', async () => {
    const out = await printed([work({ learner: { id: 5, login: 'ada\u001b[31m' } })]);
    expect(out).toMatch(/ada\\u001b\[31m .* todo-cli .* school\/todo-cli-ada#7 .* 2 days/);
    expect(out).toContain('nothing else is left to try: 2');
    expect(out).toContain('missed 6 times: 1');
    expect(await printed([])).toBe('Nothing waits for staff.\n');
    const quiet = { id: 5, login: 'ada', lastAt: Date.parse('2024-03-04'), warnedAt: 1 };
    const dueAt = Date.parse('2026-04-01T10:00:00Z');
    expect(await printed([], false, { expiring: [{ ...quiet, dueAt }] })).toContain(
      'ada, of whom nothing has come since 2024-03-04: erased on 2026-04-01',
    );
  });

  test('says who looks at it, what the learner asks, and what was put off where that is wanted', async () => {
    const hour = 3_600_000;
    const claimed = work({
      waitsFor: 'appeal',
      appeal: 'Is *it*\u001b[2J?',
      claim: { id: 9, login: 'grace', at: now - hour },
    });
    expect(await printed([claimed])).toMatch(/a person: the learner.*grace/);
    expect(await printed([claimed])).toContain('\\u001b[2J');
    expect(
      await printed([{ ...claimed, claim: { id: 9, login: 'grace', at: now - 40 * hour } }]),
    ).not.toContain('grace');
    const later = work({
      snooze: { login: 'grace', why: 'on Friday', at: now - hour, until: Date.parse('2026-03-05T00:00:00Z') },
    });
    expect(await printed([later])).toBe('Nothing waits for staff.\n');
    expect(await printed([later], true)).toContain('2026-03-05');
    // The 6th begins in Auckland.
    const there = work({
      snooze: { login: 'grace', why: 'on Friday', at: now - hour, until: Date.parse('2026-03-05T11:00:00Z') },
    });
    expect(await printed([there], true)).toContain('2026-03-06');
  });
});
