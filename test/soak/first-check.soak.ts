import { afterAll, beforeAll, expect, it } from 'vitest';
import { concluded, startSchoolDay, type SchoolDay } from '../end-to-end/school.ts';

const project = 'shopping-basket';
const most = 10_000;

let day: SchoolDay;
beforeAll(async () => {
  day = await startSchoolDay({ settings: { TOUCHSTONE_CONCURRENCY: '1' } });
  await day.start('serve');
  await day.start('worker');
});
afterAll(async () => {
  await day.close();
});

it(`shows a check within ${most / 1_000} s, with its place in line, while the only place is taken by endless loops`, async () => {
  const waits: number[] = [];
  const titles: string[] = [];
  const pulls = [];
  for (const [slug, example] of [
    [project, 'endless-loop'],
    ['expense-report', 'endless-loop'],
    ['reading-list', 'endless-loop'],
  ].flatMap((each) => [each, each, each])) {
    const pull = await day.handIn(slug!, example!);
    const pushedAt = performance.now();
    pulls.push(pull);
    const seen = await day.sees(pull, 'a check', (now) => now.checks.length > 0);
    waits.push(performance.now() - pushedAt);
    titles.push(seen.checks[0]?.title ?? '');
  }
  console.log(
    `first check after ${waits.map((wait) => `${(wait / 1_000).toFixed(1)} s`).join(', ')}\n${titles.join('\n')}`,
  );
  expect(Math.max(...waits)).toBeLessThan(most);
  expect(titles.filter((title) => title.includes('in line')).length).toBeGreaterThan(3);
  for (const pull of pulls) {
    const seen = await day.sees(pull, `the decision on ${pull.repository}`, concluded);
    expect(seen.checks[0]?.conclusion).toBe('failure');
  }
});
