import { describe, expect, test } from 'vitest';
import { dayIn } from '../../../src/domain/people/calendar.ts';
import { isOnLeave, lastTold, withLeave } from '../../../src/domain/people/leave.ts';
import type { Roster } from '../../../src/domain/people/roster.ts';
import { startOfDay } from '../../../src/domain/people/start-of-day.ts';

describe('the days of people', () => {
  test.each([
    ['2026-09-01', 'UTC', '2026-09-01T00:00:00Z'],
    ['2026-09-01', 'Pacific/Kiritimati', '2026-09-01T00:00:00+14:00'],
    ['2026-09-01', 'Pacific/Niue', '2026-09-01T00:00:00-11:00'],
    ['2026-09-01', 'Asia/Kathmandu', '2026-09-01T00:00:00+05:45'],
    ['2026-03-29', 'Europe/Copenhagen', '2026-03-29T00:00:00+01:00'],
    ['2026-03-30', 'Europe/Copenhagen', '2026-03-30T00:00:00+02:00'],
    // Here midnight is skipped when summer begins.
    ['2026-09-06', 'America/Santiago', '2026-09-06T01:00:00-03:00'],
  ])('%s begins in %s at %s', (day, timeZone, at) => {
    expect(startOfDay(day, timeZone)).toBe(Date.parse(at));
    expect(dayIn(timeZone, startOfDay(day, timeZone))).toBe(day);
    expect(dayIn(timeZone, startOfDay(day, timeZone) - 1)).not.toBe(day);
  });

  test('leave is by the calendar where somebody lives', () => {
    const leave = [{ from: '2026-09-01', to: '2026-09-01' }];
    const at = Date.parse('2026-08-31T13:00:00Z');
    expect(isOnLeave({ timeZone: 'Pacific/Auckland', leave }, at)).toBe(true);
    expect(isOnLeave({ timeZone: 'UTC', leave }, at)).toBe(false);
  });

  test('what is told later takes the place of what it overlaps from its first day on, and of nothing else', () => {
    const days = (from: string, to: string) => ({ from: `2026-09-${from}`, to: `2026-09-${to}` });
    const told = [days('01', '10'), days('20', '22'), days('10', '12'), days('22', '22')];
    expect(lastTold(told)).toEqual([days('01', '09'), days('20', '21'), days('10', '12'), days('22', '22')]);
    // Somebody comes back earlier, or stays away for longer.
    expect(lastTold([days('01', '10'), days('01', '05')])).toEqual([days('01', '05')]);
    expect(lastTold([days('01', '10'), days('05', '20')])).toEqual([days('01', '04'), days('05', '20')]);
    expect(lastTold([])).toEqual([]);
  });

  test('to have told of leave gives nobody a place in the school', () => {
    const one = {
      roles: new Set(['learner'] as const),
      cohort: null,
      timeZone: 'UTC',
      leave: [],
      emails: [],
    };
    const roster: Roster = new Map([[1, one]]);
    const leave = [{ from: '2026-09-01', to: '2026-09-02' }];
    const known = withLeave(roster, new Map([1, 2].map((id) => [id, leave])));
    expect(known).toEqual(new Map([[1, { ...one, leave }]]));
  });
});
