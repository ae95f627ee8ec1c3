import { describe, expect, test } from 'vitest';
import { Account } from '../../../src/sandbox/relay/account.ts';

/** Lets an account of 1 s live through steps of the clock and the CPU time in each, ms; tells how it ran out, and after how long. */
function live(steps: [ms: number, cpuMs: number, ready?: boolean][]): [how: string | null, ms: number] {
  const account = new Account(1000);
  let clock = 0;
  for (const [ms, cpuMs, ready] of steps) {
    account.pass(ms);
    account.explain(cpuMs, ready);
    clock += ms;
    const how = account.ranOut(true);
    if (how !== null) return [how, clock];
  }
  return [null, clock];
}

const times = <T>(count: number, ...steps: T[]): T[] => Array.from({ length: count }, () => steps).flat();

describe('what a call has used', () => {
  test.each([
    ['computes on a free machine', times(30, [100, 100]), ['cpu', 1000]],
    ['computes with a quarter of a processor', times(50, [100, 25]), ['cpu', 4000]],
    ['waits', times(30, [100, 0]), ['wait', 1000]],
    ['waits, with a timer that goes on', times(30, [100, 1]), ['wait', 1000]],
    ['computes, now and then, when it is let', times(12, [100, 0], [100, 0], [50, 50]), [null, 3000]],
    ['is not let compute, and would', times(30, [100, 0, true]), [null, 3000]],
    ['is not let compute for far too long', times(60, [100, 0, true]), ['clock', 5000]],
    [
      'computes half of its time, then waits',
      [...times(5, [100, 100]), ...times(9, [100, 0])],
      ['wait', 1000],
    ],
  ] as [string, [number, number, boolean?][], [string | null, number]][])('%s', (_what, steps, expected) => {
    expect(live(steps)).toEqual(expected);
  });

  test('CPU time that others used before it is not charged beyond the clock', () => {
    expect(live([[100, 5000]])).toEqual([null, 100]);
  });

  test('where CPU times are not to be had, the clock decides', () => {
    const account = new Account(1000);
    account.pass(999);
    expect(account.ranOut(false)).toBeNull();
    account.pass(1);
    expect(account.ranOut(false)).toBe('clock');
    expect(account.ranOut(true)).toBeNull();
  });

  test('it is asked for after 100 ms, then twice a second, and when its time may have passed', () => {
    const account = new Account(1000);
    const due: number[] = [];
    for (let clock = 50; clock <= 1300; clock += 50) {
      account.pass(50);
      if (!account.isDue) continue;
      due.push(clock);
      account.explain(200);
    }
    expect(due).toEqual([100, 600, 1100]);
  });
});
