import { expect, test } from 'vitest';
import type { ActivityEvent } from '../../../src/activity/events.ts';
import { plainAlerts, plainWithin } from '../../../bench/struggle/plain-rule.ts';

const day = (number: number) => Date.UTC(2026, 8, 1) + number * 24 * 60 * 60 * 1000;
const opened = (at: number, project = 'one'): ActivityEvent => ({
  kind: 'project-opened',
  learner: 7,
  project,
  at: day(at),
});
const push = (at: number, project = 'one'): ActivityEvent => ({
  kind: 'push',
  learner: 7,
  project,
  at: day(at),
  commits: 1,
});
const mastered = (at: number): ActivityEvent => ({
  kind: 'mastered',
  learner: 7,
  project: 'one',
  at: day(at),
});

const times = (events: ActivityEvent[], until = 91) =>
  plainAlerts(events, day(until)).map(({ at }) => (at - day(0)) / (24 * 60 * 60 * 1000));

test('speaks 14 days after the last sign, once for each silence', () => {
  expect(times([opened(0), push(3), push(40), push(41)])).toEqual([17, 55]);
});

test('is silent where less time has passed, and where nothing is open', () => {
  expect(times([opened(0), push(3), push(16)], 20)).toEqual([]);
  expect(times([opened(0), push(3), mastered(4)])).toEqual([]);
});

test('what others do is no sign of the learner', () => {
  const reviewed: ActivityEvent = {
    kind: 'reviewed',
    learner: 7,
    project: 'one',
    at: day(10),
    by: 'peer',
    says: 'commented',
  };
  expect(times([opened(0), push(3), reviewed])).toEqual([17]);
});

test('names what was touched last, or what is left open', () => {
  const events = [opened(0), opened(1, 'two'), push(3), mastered(4)];
  expect(plainAlerts(events, day(91)).map(({ project }) => project)).toEqual(['two']);
});

test('finds how many days say no more than so much', () => {
  const histories = [
    [opened(0), push(3), push(12), push(30)],
    [opened(0), push(3), push(8)],
  ];
  const found = plainWithin(2, histories, day(31));
  expect(found.alerts).toHaveLength(2);
  expect(found.days).toBe(10);
  expect(plainWithin(0, histories, day(31)).alerts).toEqual([]);
});
