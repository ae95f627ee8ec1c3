import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pullRequestIn, sha } from '../intake/pulls.ts';
import { breakConnections } from '../services/postgres.ts';
import { until } from '../services/until.ts';
import { notYet } from './markings.ts';
import { openSchool } from './school.ts';
import type { School } from './school.ts';

let school: School;
let unhandled: unknown[];
const onUnhandled = (error: unknown) => unhandled.push(error);

beforeEach(async () => {
  unhandled = [];
  process.on('unhandledRejection', onUnhandled);
  school = await openSchool();
});
afterEach(async () => {
  await school.close();
  process.off('unhandledRejection', onUnhandled);
  expect(unhandled).toEqual([]);
});

const repositories = Array.from({ length: 12 }, (_, index) => index + 1);
const pushAll = (letter = 'a') =>
  Promise.all(repositories.map((id) => school.push(pullRequestIn(id, { headSha: sha(letter) }))));

/** Every pull request has exactly one result, of that commit. */
async function oneResultEach(letter = 'a'): Promise<void> {
  const told = () => new Set(school.results().map((said) => said.pull)).size;
  await until(`all have a result (${told()} have)`, () => told() === repositories.length);
  await until('nothing is left to do', async () => {
    const health = await school.database.health.health();
    return health.queued + health.running + health.publishing + health.deliveriesWaiting === 0;
  });
  const results = school.results().filter((said) => said.sha === sha(letter));
  expect(results.map((said) => said.pull).toSorted()).toEqual(repositories.map((id) => `${id}/7`).toSorted());
  expect(school.github.mostWriters()).toBe(1);
}

/** Marks slowly enough that something can happen in between. */
const slowly = () =>
  new Promise<ReturnType<typeof notYet>>((resolve) =>
    setTimeout(() => {
      resolve(notYet());
    }, 150),
  );

describe('Redis', () => {
  test('killed in the middle and started again, empty: one result each', async () => {
    school.marks.mark = slowly;
    await Promise.all([school.worker(), school.worker()]);
    await pushAll();
    await until('some are being marked', () => school.marks.begun >= 2);
    await school.redis.kill();
    await school.redis.start();
    await oneResultEach();
    expect(school.marks.begun).toBe(repositories.length);
  });

  test('wiped in the middle: one result each', async () => {
    school.marks.mark = slowly;
    await Promise.all([school.worker(), school.worker()]);
    await pushAll();
    await until('some are being marked', () => school.marks.begun >= 2);
    await school.redis.wipe();
    await oneResultEach();
    expect(school.marks.begun).toBe(repositories.length);
  });

  test('away when the workers start and the deliveries come: all is done when it is there', async () => {
    await school.redis.kill();
    await school.worker();
    await pushAll();
    expect((await school.database.health.health()).deliveriesWaiting).toBe(repositories.length);
    await school.redis.start();
    await oneResultEach();
  });

  test('frozen for a while, with a push meanwhile: one result each, for the newest', async () => {
    await school.worker();
    await pushAll('a');
    await oneResultEach('a');
    school.redis.freeze();
    await pushAll('b');
    await new Promise((resolve) => setTimeout(resolve, 3_000)); // longer than a command may take
    school.redis.thaw();
    await until('the newest are published', () => school.results().length === 2 * repositories.length);
    await oneResultEach('b');
  });

  test('away when a worker is to stop: it stops all the same', async () => {
    const worker = await school.worker();
    await school.redis.kill();
    const start = Date.now();
    await worker.stop();
    expect(Date.now() - start).toBeLessThan(8_000);
  });

  test('keeps no job when all is done', async () => {
    await school.worker();
    await pushAll();
    await oneResultEach();
    await until('the line is empty', async () => {
      const keys = await school.redis.keys();
      return !keys.some((key) => /:(delivery|run|announcement)-/.test(key));
    });
  });
});

describe('PostgreSQL', () => {
  test('breaking every connection, again and again: one result each', async () => {
    school.marks.mark = slowly;
    await Promise.all([school.worker(), school.worker()]);
    await pushAll();
    for (const begun of [2, 5, 8]) {
      await until(`${begun} are being marked`, () => school.marks.begun >= begun);
      await breakConnections(school.databaseUrl);
    }
    await oneResultEach();
  });
});
