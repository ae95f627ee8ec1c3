import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connectPglite } from '../../src/adapters/postgres/pglite.ts';
import type { Connection } from '../../src/adapters/postgres/connection.ts';
import { databaseOn } from '../../src/adapters/postgres/database.ts';
import type { Database } from '../../src/adapters/postgres/database.ts';
import { textWithoutNames } from '../../src/adapters/postgres/privacy/marks.ts';
import { chores, deliveries, pullRequests, signOffs } from '../../src/adapters/postgres/schema.ts';
import { githubError } from '../../src/domain/errors/github.ts';
import { BUSY } from '../../src/intake/again.ts';
import type { Delivery } from '../../src/intake/inbox.ts';
import { takeIn } from '../../src/intake/take-in.ts';
import type { IntakeDeps } from '../../src/intake/take-in.ts';
import { pullRequestDelivery, rerunDelivery } from '../marking/deliveries.ts';
import { gitHubInMemory } from '../marking/github-in-memory.ts';
import { notYet } from '../marking/markings.ts';
import { noAnswers, noCommands } from '../marking/no-commands.ts';
import { noPeers } from '../marking/no-peers.ts';
import type { GitHubInMemory } from '../marking/github-in-memory.ts';
import { freshPglite } from '../services/pglite.ts';
import { silent } from '../services/silent.ts';
import { named, pullRequest, sha, sighting } from './pulls.ts';

let connection: Connection;
let database: Database;
let github: GitHubInMemory;
let deps: IntakeDeps;
const clock = { at: 0, now: () => clock.at };

beforeAll(async () => {
  connection = await connectPglite(await freshPglite());
  database = databaseOn(connection, { clock });
});
afterAll(async () => {
  await connection.close();
});
beforeEach(async () => {
  for (const table of [deliveries, pullRequests, chores]) await connection.rows.delete(table);
  clock.at = Date.parse('2026-03-02T09:00:00Z');
  github = gitHubInMemory();
  deps = {
    ...database,
    reader: github.reader,
    roster: () => Promise.resolve(new Map()),
    answers: noAnswers,
    handlers: noCommands,
    projectOf: ({ repo }) => (repo.startsWith('todo-cli-') ? 'todo-cli' : null),
    mayHoldProject: ({ repo }) => repo.startsWith('todo-cli-'),
    peerWork: noPeers,
    log: silent,
  };
});

const row = async (id: string) => {
  const rows = await connection.rows.select().from(deliveries);
  return rows.find((each) => each.id === id)!;
};
const arrive = async (delivery: Delivery) => {
  await database.deliveries.insert(delivery);
  await takeIn(delivery.id, deps);
  return row(delivery.id);
};

test('an old event about a pull request that has moved on queues the present head', async () => {
  github.push(pullRequest({ headSha: sha('b') }));
  expect(await arrive(pullRequestDelivery(pullRequest(), 'opened'))).toMatchObject({ state: 'done' });
  expect((await database.pulls.find(100, 7))?.headSha).toBe(sha('b'));
});

test('while GitHub still shows the head that a push replaced, it is asked again, but not for ever', async () => {
  github.push(pullRequest());
  const pushed = pullRequestDelivery(pullRequest({ headSha: sha('b') }), 'synchronize', { before: sha('a') });
  expect(await arrive(pushed)).toMatchObject({ state: 'waiting', tries: 1 });
  for (let tries = 2; tries <= 4; tries += 1) {
    clock.at += 60_000;
    await takeIn(pushed.id, deps);
  }
  // It was pushed back: what GitHub shows is what is.
  expect(await row(pushed.id)).toMatchObject({ state: 'done', tries: 4 });
});

test('pauses grow while GitHub is away, and after eight tries the sweep has to find it', async () => {
  github.fails.read = githubError('github.unavailable', { call: 'GET pull', seen: '503' });
  const delivery = pullRequestDelivery(pullRequest(), 'opened');
  await arrive(delivery);
  const pauses: number[] = [];
  while ((await row(delivery.id)).state === 'waiting') {
    const { dueAt } = await row(delivery.id);
    pauses.push((dueAt.getTime() - clock.at) / 1_000);
    clock.at = dueAt.getTime();
    await takeIn(delivery.id, deps);
  }
  expect(pauses).toEqual([1, 3, 9, 27, 81, 243, 300]);
  expect(await row(delivery.id)).toMatchObject({ state: 'failed', tries: 8 });
});

const comment = (id: string): Delivery => ({
  id,
  event: 'issue_comment',
  action: 'created',
  payload: {
    action: 'created',
    installation: { id: 1 },
    repository: { id: 100, name: 'todo-cli-ada', owner: { login: 'school' } },
    issue: { number: 7, pull_request: {} },
    comment: {
      id: 1,
      user: { id: 11, login: 'ada', type: 'User' },
      body: '/touchstone mark',
      created_at: '2026-03-02T09:00:00Z',
      updated_at: '2026-03-02T09:00:00Z',
    },
  },
});

test('what was said once is tried for three days, as no sweep finds it', async () => {
  github.fails.read = githubError('github.unavailable', { call: 'GET pull', seen: '503' });
  const began = clock.at;
  const { id } = await arrive(comment('said'));
  while ((await row(id)).state === 'waiting') {
    clock.at = (await row(id)).dueAt.getTime();
    await takeIn(id, deps);
  }
  expect((clock.at - began) / 3_600_000).toBeGreaterThanOrEqual(72);
  expect((await row(id)).tries).toBeLessThan(100);
});

describe('what somebody said', () => {
  const said = '/touchstone mark';
  const review = (state: string): Delivery => ({
    id: 'review',
    event: 'pull_request_review',
    action: 'submitted',
    payload: {
      action: 'submitted',
      installation: { id: 1 },
      repository: { id: 100, name: 'todo-cli-ada', owner: { login: 'school' } },
      pull_request: { number: 7 },
      review: {
        id: 2,
        user: { id: 12, login: 'grace', type: 'User' },
        ...{ state, body: null, commit_id: sha('a'), submitted_at: '2026-03-02T09:00:00Z' },
      },
    },
  });
  const heard: number[] = [];
  beforeEach(() => {
    heard.length = 0;
    github.push(pullRequest());
    const hear: typeof noPeers.hear = (_pull, { id }) => {
      heard.push(id);
      return Promise.resolve({ done: 'heard' });
    };
    deps = { ...deps, peerWork: { ...noPeers, hear } };
  });
  const late = () => void (clock.at += 2 * 24 * 3_600_000);
  const nobody = 'a command of somebody who has none';
  const gone = 'what was said is gone, or reads otherwise by now';

  test('is obeyed as it was told where it is told at once: GitHub is not asked again', async () => {
    expect((await arrive(comment('said'))).outcome).toBe(nobody);
    expect((await arrive(review('commented'))).outcome).toBe('heard');
    expect(github.asked.words).toBe(0);
  });

  test('is obeyed late where it still says the same', async () => {
    late();
    github.words.set('comment 1', said).set('review 2', '');
    expect((await arrive(comment('said'))).outcome).toBe(nobody);
    expect((await arrive(review('approved'))).outcome).toContain('heard');
    expect(github.asked.words).toBe(2);
  });

  test.each([
    ['deleted', null],
    ['edited', 'Never mind.'],
  ])('is not obeyed late where it was %s meanwhile', async (_what, words) => {
    late();
    if (words !== null) github.words.set('comment 1', words).set('review 2', words);
    expect(await arrive(comment('said'))).toMatchObject({ state: 'done', outcome: gone });
    for (const state of ['commented', 'approved', 'changes_requested']) {
      expect(await arrive(review(state))).toMatchObject({ state: 'done', outcome: gone });
      await connection.rows.delete(deliveries);
    }
    expect(heard).toEqual([]);
  });

  test.each([
    ['/touchstone claim @bo', true],
    ['Ask @bo, or bo@example.org.\n/touchstone mark', true],
    ['Ask @bo today.\n/touchstone mark', false],
    ['/touchstone claim @bo and nobody else', false],
    ['/touchstone claim', false],
  ])('is known again where somebody whom it names was erased since: %s', async (now, isSame) => {
    const marks = { id: 13, names: ['bo'], mails: ['bo@example.org'] };
    const delivery = comment('said');
    const { payload } = delivery as { payload: { comment: { body: string } } };
    const told = now.startsWith('Ask')
      ? 'Ask @bo, or bo@example.org.\n/touchstone mark'
      : '/touchstone claim @bo';
    payload.comment.body = textWithoutNames(told, marks);
    expect(payload.comment.body).not.toContain('bo@');
    late();
    github.words.set('comment 1', now);
    expect((await arrive(delivery)).outcome).toBe(isSame ? nobody : gone);
  });

  const away = githubError('github.unavailable', { call: 'GET pull', seen: '503' });
  /** It comes while GitHub is away, and is done once GitHub is back, which takes two days. */
  const waitsHere = async (delivery: Delivery) => {
    github.fails.read = away;
    const { id } = await arrive(delivery);
    clock.at += 2 * 24 * 3_600_000;
    await takeIn(id, deps);
    expect((await row(id)).state).toBe('waiting');
    github.fails.read = null;
    clock.at = (await row(id)).dueAt.getTime();
    await takeIn(id, deps);
    return row(id);
  };

  test.each([
    ['deleted', null],
    ['edited', 'Never mind.'],
  ])(
    'is obeyed as it came where it was told at once, had to wait here, and was %s then',
    async (_w, words) => {
      if (words !== null) github.words.set('comment 1', words);
      expect(await waitsHere(comment('said'))).toMatchObject({ state: 'done', outcome: nobody });
      expect(github.asked.words).toBe(0);
    },
  );

  test('waits on where it came late and GitHub cannot be asked, and is not obeyed where it is gone then', async () => {
    late();
    expect(await waitsHere(comment('said'))).toMatchObject({ state: 'done', outcome: gone });
  });

  describe('while a commit is being marked', () => {
    const staff = {
      roles: new Set(['staff' as const]),
      cohort: null,
      timeZone: 'UTC',
      leave: [],
      emails: [],
    };
    const signed = async () =>
      (await connection.rows.select().from(signOffs)).map(({ says, why }) => ({ says, why }));
    /** Staff send back what is being marked; before there is a result somebody edits what they wrote. */
    const sendBack = async () => {
      deps = { ...deps, roster: () => Promise.resolve(new Map([[12, staff]])) };
      const { started } = await database.pulls.see(sighting(pullRequest(), clock.at - 60_000));
      await database.runs.take(started!, 't');
      const delivery = review('changes_requested');
      const { payload } = delivery as { payload: { review: { body: string } } };
      payload.review.body = 'What is in `x`?';
      github.words.set('review 2', payload.review.body);
      expect(await arrive(delivery)).toMatchObject({
        state: 'waiting',
        outcome: 'the commit has no result yet',
      });
      github.words.set('review 2', 'Never mind.');
      clock.at += 60_000;
      await database.runs.marked(started!, 't', { ...notYet(), decision: 'mastered' });
      await database.runs.published(started!, 't');
      await takeIn(delivery.id, deps);
      return row(delivery.id);
    };

    test('waits for the result and counts as it came, though it was edited meanwhile', async () => {
      expect(await sendBack()).toMatchObject({ state: 'done', outcome: 'signed off: not-yet; heard' });
      expect(await signed()).toEqual([{ says: 'not-yet', why: 'What is in `x`?' }]);
    });

    test('does not count where GitHub brought it late and it was edited meanwhile', async () => {
      clock.at += 60_000;
      expect(await sendBack()).toMatchObject({ state: 'done', outcome: gone });
      expect(await signed()).toEqual([]);
    });
  });
});

test('what waits its turn uses no try, is asked for less and less often, and waits no more than three days', async () => {
  const { pull } = pullRequest();
  github.push(pullRequest());
  await arrive(pullRequestDelivery(pullRequest(), 'opened'));
  let looks = 0;
  const tend = () => ((looks += 1), Promise.resolve(BUSY));
  deps = { ...deps, peerWork: { ...noPeers, tend } };
  const payload = { ...pull };
  const { id, tries } = await arrive({ id: 'peers', event: 'touchstone', action: 'peers', payload });
  expect(tries).toBe(0);
  for (let turns = 0; turns < 40; turns += 1) {
    clock.at = (await row(id)).dueAt.getTime();
    await takeIn(id, deps);
  }
  expect(await row(id)).toMatchObject({ state: 'waiting', tries: 0, outcome: BUSY.again });
  expect(looks).toBe(41);
  expect((await row(id)).dueAt.getTime() - clock.at).toBe(60_000);
  clock.at += 72 * 3_600_000;
  for (let tried = 0; tried < 8; tried += 1) {
    await takeIn(id, deps);
    clock.at = Math.max(clock.at, (await row(id)).dueAt.getTime());
  }
  expect((await row(id)).state).toBe('failed');
});

test('a repository whose name was erased is found by its number', async () => {
  github.push(pullRequest());
  const nowhere = { owner: '', repo: '' };
  const { pull } = pullRequest();
  const note = { event: 'touchstone', action: null };
  expect(await arrive({ id: 'known', ...note, payload: { ...pull, ...nowhere } })).toMatchObject({
    state: 'done',
    outcome: expect.stringMatching(/^run \d+ queued$/) as string,
  });
  expect((await database.pulls.find(100, 7))?.pull).toEqual(pull);
  const unknown = { ...pull, ...nowhere, repositoryId: 999 };
  expect(await arrive({ id: 'unknown', ...note, payload: unknown })).toMatchObject({
    state: 'done',
    outcome: 'the repository is out of sight',
  });
});

test('a rate limit is waited for', async () => {
  const retryAt = clock.at + 1_800_000;
  github.fails.read = githubError('github.rate-limited', { call: 'GET pull', until: 'later' }, { retryAt });
  const { dueAt } = await arrive(pullRequestDelivery(pullRequest(), 'opened'));
  expect(dueAt.getTime()).toBe(retryAt);
});

test('a payload that cannot be read is recorded and not tried again', async () => {
  const settled = await arrive({ id: 'odd', event: 'pull_request', action: 'opened', payload: {} });
  expect(settled).toMatchObject({ state: 'failed', tries: 1 });
});

describe('a rerun', () => {
  test('of an older commit does nothing', async () => {
    github.push(pullRequest({ headSha: sha('b') }));
    await arrive(pullRequestDelivery(pullRequest({ headSha: sha('b') }), 'opened'));
    const { outcome } = await arrive(rerunDelivery(pullRequest()));
    expect(outcome).toBe('a newer commit has replaced that one');
  });

  test('of a pull request that nobody knows does nothing', async () => {
    expect((await arrive(rerunDelivery(pullRequest()))).state).toBe('done');
  });
});

test('a repository that is renamed out of the course is left', async () => {
  github.push(pullRequest());
  await arrive(pullRequestDelivery(pullRequest(), 'opened'));
  github.push(named(pullRequest(), 'dotfiles'));
  await arrive(pullRequestDelivery(pullRequest(), 'edited'));
  expect(await database.pulls.find(100, 7)).toBeNull();
  expect((await database.health.health()).queued).toBe(0);
});
