import { describe, expect, test } from 'vitest';
import { randomFor } from '../../bench/struggle/simulator/random.ts';
import { burndown } from '../../src/activity/forecast/burndown.ts';
import { forecasterOf, type Units } from '../../src/activity/forecast/forecast.ts';
import type { LearnerAccount } from '../../src/activity/account/learner-account.ts';
import type { ActivityEvent } from '../../src/activity/events.ts';
import { at, event, push, replayed, SCHOOL } from './told.ts';

const DAY_MS = 24 * 3_600_000;
const slugs = Array.from({ length: 8 }, (_, number) => `p${number}`);
const units: Units = [
  ...slugs.map((slug) => ({ id: `unit-${slug}`, projects: [slug], effortHours: 8, enrichment: false })),
  { id: 'more', projects: ['more'], effortHours: 80, enrichment: true },
];

/** A learner who has mastered some projects, each in so many days of the calendar, and begins the next one at once. */
function way(learner: number, done: number, days: number): ActivityEvent[] {
  const start = at('09-07T09:00');
  return slugs.slice(0, done + 1).flatMap((slug, index) => {
    const from = start + index * days * DAY_MS;
    return [
      event({ kind: 'project-opened' }, from, slug, learner),
      event(push, from + 3_600_000, slug, learner),
      ...(index < done ? [event({ kind: 'mastered' }, from + days * DAY_MS - 3_600_000, slug, learner)] : []),
    ];
  });
}

function accountsOf(
  events: readonly ActivityEvent[],
  learners: readonly number[],
  now: number,
): LearnerAccount[] {
  const { watch } = replayed(events, now, { everyHours: 24 * 400 });
  for (const each of events.toSorted((a, b) => a.at - b.at).filter((one) => one.at > (events[0]?.at ?? 0)))
    watch.take(each);
  return learners.flatMap((learner) => watch.account(learner) ?? []);
}

const forecasts = (accounts: readonly LearnerAccount[]) =>
  forecasterOf(accounts, {
    units,
    calendar: SCHOOL,
    random: (learner) => randomFor('forecast', 1, learner).next,
  });

describe('a forecast', () => {
  const now = at('11-02T12:00');
  const crowd = [
    ...way(1, 7, 7),
    ...way(2, 3, 14),
    ...Array.from({ length: 12 }, (_, index) => way(10 + index, 5, 10)).flat(),
  ];
  const ids = [1, 2, ...Array.from({ length: 12 }, (_, index) => 10 + index)];
  const all = forecasts(accountsOf(crowd, ids, now));

  test('is a range, later for those with more left and a slower pace', () => {
    const [fast, slow] = [all.of(1, now), all.of(2, now)];
    expect(fast?.left).toEqual(['unit-p7']);
    expect(slow?.left).toHaveLength(5);
    for (const each of [fast, slow]) {
      expect(each!.from).toBeGreaterThanOrEqual(now);
      expect(each!.middle).toBeGreaterThan(each!.from);
      expect(each!.until).toBeGreaterThan(each!.middle);
    }
    expect(slow!.from).toBeGreaterThan(fast!.until);
    // Five projects at two weeks each.
    expect(Math.abs(slow!.middle - now - 70 * DAY_MS)).toBeLessThan(30 * DAY_MS);
  });

  test('is the same each time', () => {
    expect(all.of(2, now)).toEqual(all.of(2, now));
    expect(forecasts(accountsOf(crowd, ids, now)).of(2, now)).toEqual(all.of(2, now));
  });

  test('is wider where little is known', () => {
    const alone = forecasts(accountsOf(way(2, 3, 14), [2], now)).of(2, now);
    const width = (each: ReturnType<typeof all.of>) => each!.until - each!.from;
    expect(width(alone)).toBeGreaterThan(1.2 * width(all.of(2, now)));
  });

  test('is none of who is unknown, or has mastered everything but enrichment', () => {
    const done = way(3, 8, 5);
    const some = forecasts(accountsOf(done, [3], now));
    expect(some.of(3, now)).toBeNull();
    expect(some.of(4, now)).toBeNull();
    expect(some.toFinishBy(3, now + DAY_MS, now)).toBeNull();
  });

  test('says what it would take to be done by a date', () => {
    const soon = all.toFinishBy(2, now + 35 * DAY_MS, now);
    expect(soon?.hoursLeft).toBe(40);
    expect(soon?.hoursAWeek).toBeCloseTo(8, 9);
    expect(soon!.timesAsFast).toBeGreaterThan(1.4);
    expect(soon!.chance).toBeLessThan(0.1);
    const { until } = all.of(2, now)!;
    expect(all.toFinishBy(2, until, now)?.chance).toBeCloseTo(0.9, 1);
    expect(all.toFinishBy(2, now - DAY_MS, now)).toMatchObject({ chance: 0, hoursAWeek: null });
  });
});

test('a burndown shows what was left after each unit', () => {
  const now = at('10-12T09:00');
  const [account] = accountsOf(way(5, 2, 14), [5], now);
  expect(
    burndown(account!, units, now).map(({ at: time, ...left }) => [
      new Date(time).toISOString().slice(5, 10),
      left,
    ]),
  ).toEqual([
    ['09-07', { units: 8, hours: 64 }],
    ['09-21', { units: 7, hours: 56 }],
    ['10-05', { units: 6, hours: 48 }],
    ['10-12', { units: 6, hours: 48 }],
  ]);
});
