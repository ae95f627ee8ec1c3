import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectPglite } from '../../src/adapters/postgres/pglite.ts';
import { databaseOn, type Database } from '../../src/adapters/postgres/database.ts';
import { startRounds } from '../../src/marking/rounds.ts';
import { freshPglite } from '../services/pglite.ts';
import { silent } from '../services/silent.ts';

let database: Database;
beforeAll(async () => {
  database = databaseOn(await connectPglite(await freshPglite()), {});
});
afterAll(() => database.close());

const HOUR = 3_600_000;

test('a round is made by one of many workers, again when it is asked for, and again after a failure', async () => {
  let made = 0;
  let failing = false;
  const round = {
    name: 'a-round',
    everyMs: HOUR,
    work: () => {
      made += 1;
      return failing ? Promise.reject(new Error('GitHub is away')) : Promise.resolve();
    },
  };
  const deps = { chores: database.chores, log: silent };
  const workers = [1, 2, 3].map(() => startRounds([round], deps, 20));
  try {
    await expect.poll(() => made).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(made).toBe(1);

    await database.chores.request('a-round');
    await expect.poll(() => made).toBe(2);

    failing = true;
    await database.chores.request('a-round');
    await expect.poll(() => made).toBe(3);
    failing = false;
    await database.chores.request('a-round');
    await expect.poll(() => made).toBe(4);
  } finally {
    await Promise.all(workers.map((worker) => worker.stop()));
  }
});

test('a round that takes long holds up no other, and is told when the worker ends', async () => {
  const seen: string[] = [];
  const long = {
    name: 'long',
    everyMs: HOUR,
    work: (signal: AbortSignal) =>
      new Promise<void>((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          seen.push('aborted');
          reject(new Error('ended'));
        });
      }),
  };
  const short = { name: 'short', everyMs: HOUR, work: () => Promise.resolve(void seen.push('short')) };
  const worker = startRounds([long, short], { chores: database.chores, log: silent }, 20);
  await expect.poll(() => seen).toEqual(['short']);
  await worker.stop();
  expect(seen).toEqual(['short', 'aborted']);
  // Another worker does it then, at once.
  expect(await database.chores.claim('long', HOUR)).toBe(true);
});
