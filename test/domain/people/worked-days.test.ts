import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SchoolCalendar } from '../../../src/domain/people/school-calendar.ts';
import { workedDays } from '../../../src/domain/people/worked-days.ts';
import { afterWorkingTime, weekdayOf } from '../../../src/domain/people/working-time.ts';

const school: SchoolCalendar = {
  weekend: ['saturday', 'sunday'],
  holidays: (cohort) => (cohort === 'autumn' ? [{ from: '2026-09-07', to: '2026-09-07' }] : []),
};
const nobody = { timeZone: 'UTC', leave: [], cohort: null };
const at = (time: string): number => Date.parse(time);

describe('the working days that somebody has had', () => {
  test.each([
    // 2026-09-04 is a Friday.
    ['a day', nobody, '2026-09-03T09:00Z', '2026-09-04T09:00Z', 1],
    ['a part of a day', nobody, '2026-09-03T09:00Z', '2026-09-03T15:00Z', 0.25],
    ['a weekend between', nobody, '2026-09-04T12:00Z', '2026-09-07T12:00Z', 1],
    ['all of it on a weekend', nobody, '2026-09-05T01:00Z', '2026-09-06T23:00Z', 0],
    ['a holiday', { ...nobody, cohort: 'autumn' }, '2026-09-04T12:00Z', '2026-09-08T12:00Z', 1],
    [
      'leave',
      { ...nobody, leave: [{ from: '2026-09-01', to: '2026-09-03' }] },
      '2026-08-31T00:00Z',
      '2026-09-05T00:00Z',
      2,
    ],
    ['nothing where it ends before it begins', nobody, '2026-09-04T12:00Z', '2026-09-03T12:00Z', 0],
    // The Friday there ends, and the weekend begins, at 12:00 UTC.
    [
      'by the calendar where they live',
      { ...nobody, timeZone: 'Pacific/Auckland' },
      '2026-09-04T06:00Z',
      '2026-09-04T18:00Z',
      0.25,
    ],
    // The clocks go back on Sunday, so Monday is whole.
    [
      'clocks that change',
      { ...nobody, timeZone: 'Europe/Copenhagen' },
      '2026-10-23T12:00+02:00',
      '2026-10-26T12:00+01:00',
      1,
    ],
  ])('%s', (_, standing, from, to, days) => {
    expect(workedDays(standing, school).between(at(from), at(to))).toBeCloseTo(days, 9);
  });

  test('is the way back from when something is due', () => {
    const standing = { ...nobody, timeZone: 'America/Santiago', cohort: 'autumn' };
    const days = workedDays(standing, school);
    const isFree = (day: string) => school.weekend.includes(weekdayOf(day)) || day === '2026-09-07';
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 * 24 }), fc.integer({ min: 1, max: 240 }), (hour, work) => {
        const from = at('2026-08-20T00:00Z') + hour * 3_600_000;
        const due = afterWorkingTime(from, work * 3_600_000, { timeZone: standing.timeZone, isFree });
        // One day of this time has 23 hours, and is a whole one all the same.
        expect(Math.abs(days.between(from, due) - work / 24)).toBeLessThan(0.1);
      }),
      { numRuns: 60 },
    );
  });

  test('does not depend on what was asked before', () => {
    const days = workedDays(nobody, school);
    const late = days.between(at('2026-09-21T06:00Z'), at('2026-09-23T06:00Z'));
    days.between(at('2026-01-01T00:00Z'), at('2026-12-01T00:00Z'));
    expect(days.between(at('2026-09-21T06:00Z'), at('2026-09-23T06:00Z'))).toBe(late);
    expect(late).toBe(2);
  });

  test('knows when nothing is expected', () => {
    const days = workedDays({ ...nobody, leave: [{ from: '2026-09-02', to: '2026-09-02' }] }, school);
    expect(
      ['2026-09-01', '2026-09-02', '2026-09-05'].map((day) => days.isWorking(at(`${day}T10:00Z`))),
    ).toEqual([true, false, false]);
  });
});
