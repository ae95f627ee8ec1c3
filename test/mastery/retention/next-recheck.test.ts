import { describe, expect, test } from 'vitest';
import {
  missesOf,
  nextRecheck,
  type PastRecheck,
  type Showing,
} from '../../../src/mastery/retention/next-recheck.ts';

const DAY = 24 * 60 * 60 * 1000;
const masteredAt = Date.UTC(2026, 8, 1, 10);
const plan = { afterDays: [7, 30, 90], openDays: 14 };
const day = (days: number) => masteredAt + days * DAY;

/** What is due on a day after the mastery. */
const due = (days: number, past: PastRecheck[] = [], showings: Showing[] = []) =>
  nextRecheck({ masteredAt, skills: ['loops', 'rounding'], past, showings }, plan, day(days));
const kept = (step: number, days: number): PastRecheck => ({ step, state: 'kept', endedAt: day(days) });
const missed = (step: number, days: number): PastRecheck => ({ step, state: 'missed', endedAt: day(days) });

describe('a re-check is due', () => {
  test.each([
    ['not before its day', 6.99, [], null],
    ['on its day', 7, [], { what: 'offer', step: 0 }],
    ['not while one is open', 40, [{ step: 0, state: 'offered', endedAt: null } as const], null],
    ['not twice for the same days', 29, [kept(0, 8)], null],
    ['again after more days', 31, [kept(0, 8)], { what: 'offer', step: 1 }],
    ['not at once after one that came late', 212, [kept(0, 190)], null],
    ['as long after one that came late', 213, [kept(0, 190)], { what: 'offer', step: 1 }],
    ['never again after the last', 400, [kept(0, 8), kept(1, 31), kept(2, 91)], null],
    ['not at once after it was missed', 30, [missed(0, 21)], null],
    ['once more when it was missed', 35, [missed(0, 21)], { what: 'offer', step: 0 }],
    ['not a third time', 400, [missed(0, 21), missed(0, 49)], null],
    [
      'later, when it was missed once and kept then',
      63,
      [missed(0, 21), kept(0, 40)],
      { what: 'offer', step: 1 },
    ],
    [
      'for the next days where none could be made',
      30,
      [{ step: 0, state: 'impossible', endedAt: day(7) } as const],
      { what: 'offer', step: 1 },
    ],
    [
      'again at once where it came to nothing',
      9,
      [{ step: 0, state: 'void', endedAt: day(8) } as const],
      { what: 'offer', step: 0 },
    ],
  ])('%s', (_what, days, past, expected) => {
    expect(due(days, [...past])).toEqual(expected);
  });
});

describe('what a later project shows counts', () => {
  const loops = (days: number): Showing => ({ at: day(days), skills: ['loops'] });
  const rounding = (days: number): Showing => ({ at: day(days), skills: ['rounding', 'names'] });
  test('when it is all of the skills, in the second half of the time', () => {
    expect(due(7, [], [loops(4), rounding(5)])).toEqual({ what: 'shown', step: 0 });
    expect(due(7, [], [loops(3), rounding(5)])).toEqual({ what: 'offer', step: 0 });
    expect(due(7, [], [loops(4)])).toEqual({ what: 'offer', step: 0 });
  });
  test('for the days in which it was shown, and not for those before', () => {
    expect(due(31, [kept(0, 8)], [loops(5), rounding(5)])).toEqual({ what: 'offer', step: 1 });
    expect(due(31, [kept(0, 8)], [loops(20), rounding(29)])).toEqual({ what: 'shown', step: 1 });
  });
  test('after a miss for what comes after it, and also when nothing is offered any more', () => {
    const misses = [missed(0, 21), missed(0, 49)];
    expect(due(70, misses, [loops(48), rounding(48)])).toBeNull();
    expect(due(70, misses, [loops(50), rounding(60)])).toEqual({ what: 'shown', step: 0 });
  });
  test('a project that names no skill cannot be shown elsewhere', () => {
    const next = nextRecheck({ masteredAt, skills: [], past: [], showings: [loops(6)] }, plan, day(7));
    expect(next).toEqual({ what: 'offer', step: 0 });
  });
});

describe('a mastery is due since so many misses', () => {
  test.each([
    [[], 0],
    [['missed'], 1],
    [['missed', 'offered'], 1],
    [['missed', 'impossible', 'void', 'missed'], 2],
    [['missed', 'kept'], 0],
    [['kept', 'missed', 'shown'], 0],
    [['missed', 'kept', 'missed'], 1],
  ] as const)('after %j: %s', (states, expected) => {
    expect(missesOf(states.map((state) => ({ state })))).toBe(expected);
  });
});
