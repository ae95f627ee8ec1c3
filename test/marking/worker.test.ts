import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { githubError } from '../../src/domain/errors/github.ts';
import { submissionError } from '../../src/domain/errors/submission.ts';
import type { Mark } from '../../src/marking/mark.ts';
import { named, pullRequest, pullRequestIn, sha } from '../intake/pulls.ts';
import { until } from '../services/until.ts';
import { pullRequestDelivery, rerunDelivery } from './deliveries.ts';
import { broken, notYet } from './markings.ts';
import { openSchool } from './school.ts';
import type { School } from './school.ts';

let school: School;
beforeEach(async () => {
  school = await openSchool();
});
afterEach(async () => {
  await school.close();
});

/** Marks until it is let go, or aborted. */
function held(): { mark: Mark; letGo: () => void } {
  let letGo: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (letGo = resolve));
  return {
    letGo: () => {
      letGo();
    },
    mark: async ({ signal }) => {
      await Promise.race([
        gate,
        new Promise((_, reject) => {
          signal.addEventListener(
            'abort',
            () => {
              reject(signal.reason as Error);
            },
            { once: true },
          );
        }),
      ]);
      return notYet();
    },
  };
}

const titles = () => school.github.said.map((said) => said.title);
/** Without the word that it waits, which is said where the machine is slow. */
const told = () => titles().filter((title) => !title.startsWith('queued'));
const oneResult = (title = 'not-yet') =>
  until(`the result "${title}"`, () => school.results().some((said) => said.title === title));
const idle = () =>
  until('nothing is left to do', async () => {
    const { deliveriesWaiting, queued, running, publishing } = await school.database.health.health();
    return deliveriesWaiting + queued + running + publishing === 0;
  });

describe('from push to result', () => {
  test('says that it runs, and then the result, once', async () => {
    await school.worker();
    await school.push(pullRequest(), 'opened');
    await oneResult();
    await idle();
    expect(told()).toEqual(['running', 'not-yet']);
  });

  test('a draft is practice, and an attempt once it is ready, on the same commit', async () => {
    await school.worker();
    await school.push(pullRequest({ draft: true }), 'opened');
    await oneResult('practice');
    await school.push(pullRequest({ draft: false }), 'ready_for_review');
    await oneResult();
    await idle();
    expect(told()).toEqual(['running', 'practice', 'running', 'not-yet']);
  });

  test('each attempt gets another form, and the same commit the same one', async () => {
    const forms: (string | null | undefined)[] = [];
    school.marks.mark = ({ form }) => {
      forms.push(form);
      return Promise.resolve(notYet());
    };
    await school.worker();
    const said = async (results: number) => {
      await until('the result is out', () => school.results().length === results);
      await idle();
    };
    await school.push(pullRequest(), 'opened');
    await said(1);
    await school.database.deliveries.insert(rerunDelivery(pullRequest()));
    await said(2);
    await school.push(pullRequest({ headSha: sha('b') }));
    await said(3);
    const [first, again, second] = forms;
    expect(['left', 'right']).toContain(first);
    expect(again).toBe(first);
    expect(second).toBe(first === 'left' ? 'right' : 'left');
  });

  test('two pushes a second apart: one result, for the newer, and the older marking stops within a second', async () => {
    const first = held();
    let stoppedAt = 0;
    school.marks.mark = (request) => {
      request.signal.addEventListener('abort', () => (stoppedAt = Date.now()), { once: true });
      return first.mark(request);
    };
    await school.worker();
    await school.push(pullRequest(), 'opened');
    await until('the first is being marked', () => school.marks.begun === 1);
    await pause(1_000); // what is shown here is about two pushes a second apart
    school.marks.mark = () => Promise.resolve(notYet());
    const pushedAt = Date.now();
    await school.push(pullRequest({ headSha: sha('b') }));
    await oneResult();
    await idle();
    expect(school.results().map((said) => said.sha)).toEqual([sha('b')]);
    expect(stoppedAt - pushedAt).toBeLessThan(1_500);
    expect(school.github.mostWriters()).toBe(1);
  });

  test('the same delivery 1,000 times at once, to two workers: one run', async () => {
    await Promise.all([school.worker(), school.worker()]);
    const state = pullRequest();
    school.github.push(state);
    const delivery = pullRequestDelivery(state, 'opened');
    const inserted = await Promise.all(
      Array.from({ length: 1_000 }, () => school.database.deliveries.insert(delivery)),
    );
    await oneResult();
    await idle();
    expect(inserted.filter(Boolean)).toHaveLength(1);
    expect(school.marks.begun).toBe(1);
    expect(school.results()).toHaveLength(1);
  });

  test('many events of one commit, in any order: one run', async () => {
    await Promise.all([school.worker(), school.worker()]);
    const state = pullRequest();
    await Promise.all(
      ['synchronize', 'opened', 'edited', 'reopened', 'ready_for_review', 'synchronize'].map((action) =>
        school.push(state, action),
      ),
    );
    await oneResult();
    await idle();
    expect(school.marks.begun).toBe(1);
  });

  test('a rerun that somebody asks for marks again; of somebody else’s check it does not', async () => {
    await school.worker();
    await school.push(pullRequest(), 'opened');
    await oneResult();
    await idle();
    await school.database.deliveries.insert(rerunDelivery(pullRequest(), 'Other'));
    await idle();
    expect(school.marks.begun).toBe(1);
    await school.database.deliveries.insert(rerunDelivery(pullRequest()));
    await until('it is marked again', () => school.results().length === 2);
    expect(school.marks.begun).toBe(2);
  });

  test('a repository of no project: nothing is said and nothing is marked', async () => {
    await school.worker();
    await school.push(named(pullRequest(), 'dotfiles'), 'opened');
    await idle();
    expect(school.github.said).toEqual([]);
    expect(school.marks.begun).toBe(0);
  });

  test('a closed pull request: the marking stops and nothing more is said', async () => {
    const marking = held();
    school.marks.mark = marking.mark;
    await school.worker();
    await school.push(pullRequest(), 'opened');
    await until('it says that it runs', () => titles().includes('running'));
    await school.push(pullRequest({ open: false }), 'closed');
    await idle();
    marking.letGo();
    expect(told()).toEqual(['running']);
  });

  test('while all workers mark, a waiting submission is announced with its place', async () => {
    const busy = held();
    school.marks.mark = busy.mark;
    await school.worker({ concurrency: 1 });
    await school.push(pullRequestIn(1), 'opened');
    await until('the first is being marked', () => titles().includes('running'));
    for (const repository of [2, 3]) await school.push(pullRequestIn(repository), 'opened');
    const start = Date.now();
    await until(
      'two are announced',
      () => titles().filter((title) => title.startsWith('queued')).length === 2,
    );
    expect(Date.now() - start).toBeLessThan(10_000);
    expect(new Set(titles())).toEqual(new Set(['running', 'queued at 1', 'queued at 2']));
    busy.letGo();
    await until('all have a result', () => school.results().length === 3);
  });
});

describe('failures of ours', () => {
  test('a broken stage is tried again, said so, and marked in the end', async () => {
    school.marks.mark = () => {
      if (school.marks.begun > 1) return Promise.resolve(notYet());
      return Promise.resolve(broken('no container'));
    };
    await school.worker();
    await school.push(pullRequest(), 'opened');
    await oneResult();
    await idle();
    expect(school.marks.begun).toBe(2);
    expect(school.results()).toHaveLength(1);
  });

  test('a stage that stays broken is given up, visibly, and the next push is marked as ever', async () => {
    school.marks.mark = () => Promise.resolve(broken('no container'));
    await school.worker();
    await school.push(pullRequest(), 'opened');
    await oneResult('given up: run.stage-broken');
    expect(school.marks.begun).toBe(3);
    school.marks.mark = () => Promise.resolve(notYet());
    await school.push(pullRequest({ headSha: sha('b') }));
    await oneResult();
  });

  test('a submission that cannot be fetched says that it is tried again', async () => {
    school.github.fails.fetch = githubError('github.unavailable', { call: 'GET tree', seen: '502' });
    await school.worker();
    await school.push(pullRequest(), 'opened');
    await until('the retry is announced', () => titles().includes('retrying: github.unavailable'));
    school.github.fails.fetch = null;
    await oneResult();
  });

  test('a submission that is too large is refused once, and not tried again', async () => {
    school.github.fails.fetch = submissionError('submission.too-large', { foundMiB: 30, limitMiB: 20 });
    await school.worker();
    await school.push(pullRequest(), 'opened');
    await oneResult('refused: submission.too-large');
    await idle();
    expect(school.results()).toHaveLength(1);
    expect(school.marks.begun).toBe(0);
  });

  test('GitHub is away when the result is there: it is published later, without marking again', async () => {
    await school.worker();
    school.marks.mark = () => {
      school.github.fails.publish = githubError('github.unavailable', { call: 'POST check', seen: '502' });
      return Promise.resolve(notYet());
    };
    await school.push(pullRequest(), 'opened');
    await until(
      'the result waits to be published',
      async () => (await school.database.health.health()).publishing === 1,
    );
    school.github.fails.publish = null;
    await oneResult();
    await idle();
    expect(school.marks.begun).toBe(1);
  });

  test('a rate limit costs no try', async () => {
    school.github.fails.fetch = githubError(
      'github.rate-limited',
      { call: 'GET tree', until: 'soon' },
      { retryAt: Date.now() },
    );
    await school.worker();
    await school.push(pullRequest(), 'opened');
    // More often than the three tries of a failure.
    await until('it was tried again and again', () => school.github.asked.fetch > 3);
    school.github.fails.fetch = null;
    await oneResult();
  });

  test('GitHub is away when the delivery comes: it is taken in later', async () => {
    school.github.fails.read = githubError('github.unavailable', { call: 'GET pull', seen: '503' });
    await school.worker();
    await school.push(pullRequest(), 'opened');
    await pause(300);
    school.github.fails.read = null;
    await oneResult();
  });

  test('the head moved on without a delivery: the publisher notices and the newer commit is marked', async () => {
    const first = held();
    school.marks.mark = first.mark;
    await school.worker();
    await school.push(pullRequest(), 'opened');
    await until('it says that it runs', () => titles().includes('running'));
    school.github.push(pullRequest({ headSha: sha('b') }));
    first.letGo();
    await oneResult();
    expect(school.results().map((said) => said.sha)).toEqual([sha('b')]);
  });

  test('a pull request that cannot be reached any more ends its run', async () => {
    await school.worker();
    school.github.resultOutcome = 'unreachable';
    await school.push(pullRequest(), 'opened');
    await until('it is given up', async () => (await school.database.health.health()).givenUpLastDay === 1);
    expect(school.results()).toEqual([]);
  });
});

describe('the sweep', () => {
  test('at the start marks every open pull request that was missed, and no other', async () => {
    school.github.push(pullRequestIn(1));
    school.github.push(pullRequestIn(2, { open: false }));
    school.github.push(named(pullRequestIn(3), 'dotfiles'));
    await school.worker();
    await oneResult();
    await until('it was swept', async () => (await school.database.health.health()).lastSweepAt !== null);
    await idle();
    expect(school.results().map((said) => said.pull)).toEqual(['1/7']);
  });

  test('is done once by many workers that start together, and again when an installation comes', async () => {
    await Promise.all([school.worker(), school.worker(), school.worker()]);
    await until('it was swept', () => school.github.asked.list > 0);
    await pause(500);
    expect(school.github.asked.list).toBe(1);
    await school.database.deliveries.insert({
      id: 'installed',
      event: 'installation',
      action: 'created',
      payload: { installation: { id: 1 } },
    });
    await until('it is swept again', () => school.github.asked.list === 2);
  });

  test('notices that a pull request was closed while nobody listened', async () => {
    await school.worker();
    await school.push(pullRequest(), 'opened');
    await oneResult();
    school.github.push(pullRequest({ open: false }));
    await school.database.chores.request('sweep');
    await until('it is known to be closed', async () => (await school.database.pulls.find(100, 7)) === null);
  });

  test('that fails is tried again', async () => {
    school.github.fails.read = new Error('a socket hung up');
    await school.worker();
    school.github.push(pullRequest());
    await pause(300);
    school.github.fails.read = null;
    await school.database.chores.request('sweep');
    await oneResult();
  });
});

describe('stopping', () => {
  test('lets a run finish that is nearly done', async () => {
    const marking = held();
    school.marks.mark = marking.mark;
    const worker = await school.worker({ graceMs: 10_000 });
    await school.push(pullRequest(), 'opened');
    await until('it is being marked', () => school.marks.begun === 1);
    const stopped = worker.stop();
    marking.letGo();
    await stopped;
    expect(school.results()).toHaveLength(1);
  });

  test('hands back a run that takes too long, and another worker marks it at once', async () => {
    school.marks.mark = held().mark;
    const worker = await school.worker({ graceMs: 100 });
    await school.push(pullRequest(), 'opened');
    await until('it is being marked', () => school.marks.begun === 1);
    await worker.stop();
    expect(await school.database.health.health()).toMatchObject({ queued: 1, running: 0 });
    school.marks.mark = () => Promise.resolve(notYet());
    await school.worker();
    await oneResult();
  });
});
