import { afterAll, beforeAll, expect, test } from 'vitest';
import { comparedDay, differences, type ComparedDay } from '../end-to-end/compared-day.ts';

const PULLS = 50;

let on: ComparedDay;
let off: ComparedDay;
beforeAll(async () => {
  on = await comparedDay(PULLS, 'on');
  off = await comparedDay(PULLS, 'off');
}, 3_600_000);
afterAll(async () => {
  await on.close();
  await off.close();
});

test('fifty pull requests with and without comparing: GitHub is asked and told the same', () => {
  console.log(`${on.requests.length} requests with comparing, ${off.requests.length} without`);
  expect(on.requests.length).toBeGreaterThan(PULLS * 5);
  expect(differences(on.requests, off.requests)).toEqual([]);
});
