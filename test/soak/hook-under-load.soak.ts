import { randomUUID } from 'node:crypto';
import { Webhooks } from '@octokit/webhooks';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSchoolDay, type SchoolDay } from '../end-to-end/school.ts';

const perSecond = 50;
const seconds = 60;

/** The value below which 99 % of a list lie. */
function p99(values: readonly number[]): number {
  const all = values.toSorted((a, b) => a - b);
  return all[Math.min(all.length - 1, Math.ceil(all.length * 0.99) - 1)] ?? NaN;
}

let day: SchoolDay;
let hook: string;
beforeAll(async () => {
  day = await startSchoolDay();
  const web = await day.start('serve');
  await day.start('worker');
  hook = `${web.url ?? ''}/api/github/webhooks`;
});
afterAll(async () => {
  await day.close();
});

/** Sends signed deliveries at a steady pace, whether the former ones were answered or not. Resolves to milliseconds each. */
async function deliver(): Promise<number[]> {
  const pull = day.standIn.deliveries.log.find((each) => each.event === 'push');
  const body = JSON.stringify({
    ...pull?.payload,
    repository: { ...(pull?.payload['repository'] as object), name: 'notes' },
  });
  const signature = await new Webhooks({ secret: day.school.webhookSecret }).sign(body);
  const started = performance.now();
  const answers: Promise<number>[] = [];
  for (let sent = 0; sent < perSecond * seconds; sent += 1) {
    const due = started + (sent * 1_000) / perSecond;
    await pause(Math.max(0, due - performance.now()));
    const at = performance.now();
    answers.push(
      fetch(hook, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-github-event': 'push',
          'x-github-delivery': randomUUID(),
          'x-hub-signature-256': signature,
        },
        body,
      }).then(async (response) => {
        await response.text();
        expect(response.status).toBe(202);
        return performance.now() - at;
      }),
    );
  }
  return Promise.all(answers);
}

it(`answers ${perSecond} deliveries a second for ${seconds} s as quickly without Redis as with it`, async () => {
  await day.handIn('shopping-basket', 'plain-loops');
  const withRedis = p99(await deliver());
  await day.redis.kill();
  const without = p99(await deliver());
  await day.redis.start();
  console.log(
    `hook, p99 at ${perSecond} deliveries a second: ${without.toFixed(1)} ms without Redis, ${withRedis.toFixed(1)} ms with it; ratio ${(without / withRedis).toFixed(2)}`,
  );
  expect(await day.rows(`select id from deliveries`)).not.toHaveLength(0);
  expect(without).toBeLessThan(withRedis * 3);
});
