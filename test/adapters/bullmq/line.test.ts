import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openLine } from '../../../src/adapters/bullmq/line.ts';
import type { Answering, WakeUp, WakeUpLine } from '../../../src/marking/wake-up-line.ts';
import { startRedis } from '../../services/redis.ts';
import type { TestRedis } from '../../services/redis.ts';
import { silent } from '../../services/silent.ts';
import { until } from '../../services/until.ts';

let redis: TestRedis;
let line: WakeUpLine;
let answering: Answering[];

beforeAll(async () => {
  redis = await startRedis();
});
afterAll(async () => {
  await redis.stop();
});
beforeEach(async () => {
  await redis.wipe();
  answering = [];
  line = openLine({ url: redis.url, prefix: 'line', log: silent });
  await until('the line is up', () =>
    line.call('intake', []).then(
      () => true,
      () => false,
    ),
  );
});
afterEach(async () => {
  redis.thaw();
  await Promise.all(answering.map((each) => each.cut()));
  await line.close();
});

const run = (id: number) => ({ name: `run-${id}-0-0`, wakeUp: { about: 'run', run: id } as const });
const answer = (how: (wakeUp: WakeUp, last: boolean) => Promise<void>, concurrency = 1) => {
  const one = line.answer('marking', concurrency, how);
  answering.push(one);
  return one;
};

test('a call is answered once, however often it is made', async () => {
  const answered: WakeUp[] = [];
  await Promise.all(Array.from({ length: 50 }, () => line.call('marking', [run(1)])));
  await line.call('marking', [run(2)]);
  answer((wakeUp) => {
    answered.push(wakeUp);
    return Promise.resolve();
  });
  await until('both are answered', () => answered.length >= 2);
  expect(answered).toEqual([run(1).wakeUp, run(2).wakeUp]);
});

test('a name can be called again when it was answered, also after a failure', async () => {
  let answers = 0;
  answer(() => {
    answers += 1;
    return Promise.resolve();
  });
  await line.call('marking', [run(1)]);
  await until('it is answered', () => answers === 1);
  await until('it can be called again', async () => {
    await line.call('marking', [run(1)]);
    return answers > 1;
  });
});

test('an answer that fails is given again, and is told which time is the last', async () => {
  const lasts: boolean[] = [];
  answer((_, last) => {
    lasts.push(last);
    return Promise.reject(new Error('not now'));
  });
  await line.call('marking', [run(1)]);
  await until('it was tried three times', () => lasts.length === 3);
  expect(lasts).toEqual([false, false, true]);
});

test('a delivery whose id has colons or odd letters can be called', async () => {
  const answered: WakeUp[] = [];
  answering.push(
    line.answer('intake', 1, (wakeUp) => {
      answered.push(wakeUp);
      return Promise.resolve();
    }),
  );
  const wakeUp = { about: 'delivery', delivery: 'a:b c/ü' } as const;
  await line.call('intake', [{ name: `delivery-${wakeUp.delivery}`, wakeUp }]);
  await until('it is answered', () => answered.length === 1);
  expect(answered).toEqual([wakeUp]);
});

test('calling fails soon where Redis is frozen or away, and the line says when it is up again', async () => {
  let restored = 0;
  line.onRestored(() => (restored += 1));
  redis.freeze();
  const frozen = Date.now();
  await expect(line.call('marking', [run(1)])).rejects.toThrow();
  expect(Date.now() - frozen).toBeLessThan(4_000);
  redis.thaw();
  await redis.kill();
  await expect(line.call('marking', [run(1)])).rejects.toThrow();
  expect(restored).toBe(0);
  await redis.start();
  await until('the line is restored', () => restored === 1);
  await line.call('marking', [run(1)]);
});

test('draining waits for what is under way and takes nothing new', async () => {
  let begun = 0;
  let finish: () => void = () => undefined;
  const one = answer(() => {
    begun += 1;
    return new Promise((resolve) => (finish = resolve));
  });
  await line.call('marking', [run(1), run(2)]);
  await until('the first is being answered', () => begun === 1);
  let drained = false;
  const draining = one.drain().then(() => (drained = true));
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(drained).toBe(false);
  finish();
  await draining;
  await one.cut();
  expect(begun).toBe(1);
  answer(() => {
    begun += 1;
    return Promise.resolve();
  });
  await until('another answers the second', () => begun === 2);
});
