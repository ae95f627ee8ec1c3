import { describe, expect, test } from 'vitest';
import { NO_ATTEMPTS, withAttempt, type Attempts } from '../../src/activity/account/attempts.ts';
import { NO_DAYS, pauseOf, usualWeek, withDays } from '../../src/activity/account/own-week.ts';
import type { Assessed } from '../../src/activity/events.ts';
import { attemptsSignal } from '../../src/activity/signals/attempts.ts';
import { durationSignal } from '../../src/activity/signals/duration.ts';
import { paceSignal } from '../../src/activity/signals/pace.ts';
import { rapidSignal } from '../../src/activity/signals/rapid.ts';
import { repeatedSignal } from '../../src/activity/signals/repeated.ts';
import { silenceSignal } from '../../src/activity/signals/silence.ts';
import { spotChecks, weekOf } from '../../src/activity/signals/spot-checks.ts';
import { Struggle } from '../../src/domain/course/struggle.ts';
import { event, missed } from './told.ts';

const struggle = Struggle.parse({});
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Attempts, each some minutes after the one before. */
const attemptsOf = (told: ReturnType<typeof missed>[], minutes = 24 * 60): Attempts =>
  told.reduce<Attempts>(
    (before, each, index) => withAttempt(before, event(each, index * minutes * MINUTE) as Assessed),
    NO_ATTEMPTS,
  );
const same = (count: number) => attemptsOf(Array.from({ length: count }, () => missed(['x'])));

describe('attempts without gain', () => {
  test.each([
    [3, null],
    [4, 'watch'],
    [5, 'watch'],
    [6, 'alert'],
    [10, 'alert'],
    [11, 'person'],
  ])('%i of them, where one is normal: %s', (count, level) => {
    const signal = attemptsSignal({ project: 'a', attempts: same(count) }, 1, struggle.attempts);
    expect(signal?.level ?? null).toBe(level);
  });

  test('says its numbers in a sentence', () => {
    expect(attemptsSignal({ project: 'a', attempts: same(6) }, 1.5, struggle.attempts)).toMatchObject({
      numbers: { without: 6, normal: 1.5, more: 4.5 },
      sentence:
        '6 attempts in a row met no further essential criterion; 1.5 in a row is normal for this project.',
    });
  });

  test('count from the last gain on; what was met before, and is met again, is none', () => {
    const [bad, x, xy] = [missed(), missed(['y'], ['x']), missed(['z'], ['x', 'y'])];
    expect(attemptsOf([bad, bad, x]).withoutGain).toHaveLength(0);
    expect(attemptsOf([bad, bad, x, bad, x]).withoutGain).toHaveLength(2);
    expect(attemptsOf([bad, bad, x, bad, xy, bad]).withoutGain).toHaveLength(1);
    expect(attemptsOf([bad, bad, x, bad, xy, bad]).longest).toBe(2);
  });

  test('count other criteria once no essential one is left', () => {
    const criteria = (...met: string[]) => [
      { id: 'x', essential: true, met: met.includes('x') },
      { id: 'y', essential: false, met: met.includes('y') },
    ];
    const attempt = (...met: string[]) =>
      ({ ...missed(), criteria: criteria(...met) }) as ReturnType<typeof missed>;
    expect(attemptsOf([attempt('x'), attempt('x', 'y')]).withoutGain).toHaveLength(0);
    expect(attemptsOf([attempt(), attempt('y')]).withoutGain).toHaveLength(2);
  });
});

describe('the same failure', () => {
  const days = (attempts: Attempts) =>
    repeatedSignal({ project: 'a', attempts }, struggle.repeated, () => 2.5);

  test('three times is a kind word, five times an alert', () => {
    expect([2, 3, 5].map((count) => days(same(count))?.level)).toEqual([undefined, 'nudge', 'alert']);
    expect(days(same(3))?.sentence).toBe(
      'The same failure in 3 attempts in a row, for 2.5 working days, and nothing further was met meanwhile.',
    );
  });

  test('is none where it was something else meanwhile, or something else was gained', () => {
    expect(days(attemptsOf([missed(['x']), missed(['x']), missed(['y']), missed(['x'])]))).toBeNull();
    expect(days(attemptsOf([missed(['x']), missed(['x']), missed(['x'], ['y'])]))).toBeNull();
  });

  test('is part of learning on the same day', () => {
    const attempts = same(4);
    expect(repeatedSignal({ project: 'a', attempts }, struggle.repeated, () => 0.2)).toBeNull();
  });
});

describe('many attempts in minutes', () => {
  const rapid = (attempts: Attempts, now: number) =>
    rapidSignal({ project: 'a', attempts }, struggle.rapid, now);
  const bad = Array.from({ length: 6 }, () => missed());

  test('without gain are told of, while they are new', () => {
    const attempts = attemptsOf(bad, 5);
    expect(rapid(attempts, 40 * MINUTE)).toMatchObject({ level: 'nudge', numbers: { attempts: 6 } });
    expect(rapid(attempts, 2 * DAY)).toBeNull();
  });

  test('are not many when there is time to think between them', () => {
    expect(rapid(attemptsOf(bad, 20), 120 * MINUTE)).toBeNull();
  });
});

describe('a project that takes long', () => {
  const others = { mean: Math.log(4), deviation: 0.6 };
  const level = (days: number, own = others) =>
    durationSignal({ project: 'a', days, others, own }, struggle.duration)?.level ?? null;

  test('is told of where nearly all others would be done', () => {
    expect([4, 6, 8, 10, 11, 20].map((days) => level(days))).toEqual([
      null,
      null,
      'watch',
      'watch',
      'alert',
      'alert',
    ]);
  });

  test('is usual for somebody who takes long for everything', () => {
    expect(level(11, { mean: Math.log(9), deviation: 0.6 })).toBeNull();
    expect(level(5, { mean: Math.log(1.5), deviation: 0.6 })).toBe('alert');
  });

  test('says what is usual', () => {
    const signal = durationSignal({ project: 'a', days: 12, others, own: others }, struggle.duration);
    expect(signal?.sentence).toBe(
      '12 working days at it; half of the others need no more than 4, and at their own pace 95 % would be done within 10.7.',
    );
  });
});

describe('somebody of whom nothing is heard', () => {
  // Weeks of the calendar from Monday, 1970-01-05 on: days 4, 5, ...
  const week = (kinds: readonly number[]) =>
    Array.from({ length: 8 * 7 }, (_, day) => day + 4).reduce(
      ({ own, idle }, day) =>
        kinds.includes((day + 4) % 7)
          ? { own: withDays(own, idle, day), idle: [] }
          : { own, idle: [...idle, day] },
      { own: NO_DAYS, idle: [] as number[] },
    ).own;
  const everyDay = week([1, 2, 3, 4, 5]);
  const mondays = week([1]);
  const usual = usualWeek([everyDay, everyDay, mondays], (kind) => kind === 0 || kind === 6);
  const wednesdayToFriday = [62, 63, 64];

  test('is missed by what is usual of them', () => {
    const full = pauseOf(everyDay, usual, wednesdayToFriday);
    const rare = pauseOf(mondays, usual, wednesdayToFriday);
    expect(full.expected).toBeGreaterThan(2.5);
    expect(full.surprise).toBeGreaterThan(5);
    expect(rare.expected).toBeLessThan(1);
    expect(rare.surprise).toBeLessThan(1);
    // A Monday without them says more than three other days.
    expect(pauseOf(mondays, usual, [67]).surprise).toBeGreaterThan(rare.surprise);
  });

  test.each([
    [2.9, 9, null],
    [3, 9, 'nudge'],
    [7, 9, 'alert'],
    [7, 4, null],
  ])('%f working days, as unusual as %i: %s', (days, surprise, level) => {
    const silence = { project: 'a', days, pause: { expected: 2.8, surprise }, rare: 5 };
    expect(silenceSignal(silence, struggle.silence)?.level ?? null).toBe(level);
  });

  test('shows in a pace that falls', () => {
    const pace = (active: number, seen = 40) =>
      paceSignal({ project: 'a', active, expected: 8, days: 10, seen }, struggle.pace);
    expect(pace(4)).toBeNull();
    expect(pace(1)).toMatchObject({
      level: 'nudge',
      sentence: 'At work on 1 day of the last 10 working days; as they used to work it would have been 8.',
    });
    // Of whom little is known, little is unusual.
    expect(pace(1, 3)).toBeNull();
  });
});

test('every signal can be switched off', () => {
  const off = Struggle.parse({
    attempts: false,
    repeated: false,
    rapid: false,
    duration: false,
    silence: false,
    pace: false,
    spotChecks: false,
  });
  const attempts = same(20);
  const lognormal = { mean: 0, deviation: 0.1 };
  expect([
    attemptsSignal({ project: 'a', attempts }, 0, off.attempts),
    repeatedSignal({ project: 'a', attempts }, off.repeated, () => 9),
    rapidSignal(
      { project: 'a', attempts: attemptsOf([missed(), missed(), missed(), missed(), missed()], 1) },
      off.rapid,
      0,
    ),
    durationSignal({ project: 'a', days: 99, others: lognormal, own: lognormal }, off.duration),
    silenceSignal({ project: 'a', days: 99, pause: { expected: 50, surprise: 99 }, rare: 1 }, off.silence),
    paceSignal({ project: 'a', active: 0, expected: 50, days: 99, seen: 90 }, off.pace),
  ]).toEqual([null, null, null, null, null, null]);
  expect(spotChecks([1, 2, 3], { course: 'c', week: 1 }, off.spotChecks)).toEqual([]);
});

describe('spot checks', () => {
  const fine = Array.from({ length: 50 }, (_, learner) => learner + 1);

  test('are the same few all week, and others the next week and in another course', () => {
    const some = (week: number, course = 'c') => spotChecks(fine, { course, week }, struggle.spotChecks);
    expect(some(3)).toHaveLength(3);
    expect(some(3)).toEqual(some(3));
    expect(some(3)).not.toEqual(some(4));
    expect(some(3)).not.toEqual(some(3, 'd'));
    const chosen = new Set(Array.from({ length: 60 }, (_, week) => some(week)).flat());
    expect(chosen.size).toBeGreaterThan(45);
  });

  test('weeks begin on Monday', () => {
    const week = (day: string) => weekOf(Date.parse(day) / DAY);
    expect(week('2026-09-07')).toBe(week('2026-09-13'));
    expect(week('2026-09-06')).toBe(week('2026-09-07') - 1);
  });
});
