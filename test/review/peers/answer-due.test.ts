import { expect, test } from 'vitest';
import type { SchoolCalendar } from '../../../src/domain/people/school-calendar.ts';
import { answerDue } from '../../../src/review/peers/answer-due.ts';

const calendar: SchoolCalendar = { weekend: ['saturday', 'sunday'], holidays: () => [] };
const ada = { timeZone: 'Europe/Copenhagen', leave: [], cohort: 'spring' };
const due = (asked: string, more = {}, given: Partial<SchoolCalendar> = {}) =>
  new Date(answerDue(Date.parse(asked), { ...ada, ...more }, { ...calendar, ...given })).toISOString();

test.each([
  ['within a week: 48 hours', '2026-03-03T09:00:00Z', '2026-03-05T09:00:00.000Z'],
  ['over a weekend: those days do not count', '2026-03-06T09:00:00Z', '2026-03-10T09:00:00.000Z'],
  ['on a weekend: from Monday on', '2026-03-07T09:00:00Z', '2026-03-10T23:00:00.000Z'],
  // The clocks go forward in the night of the 29th: Monday begins an hour sooner.
  ['when the clocks change', '2026-03-28T12:00:00Z', '2026-03-31T22:00:00.000Z'],
])('%s', (_what, asked, expected) => {
  expect(due(asked)).toBe(expected);
});

test('leave and holidays do not count, by the day of where somebody lives', () => {
  const leave = [{ from: '2026-03-04', to: '2026-03-04' }];
  expect(due('2026-03-03T09:00:00Z', { leave })).toBe('2026-03-06T09:00:00.000Z');
  const holidays = (cohort: string) =>
    cohort === 'spring' ? [{ from: '2026-03-04', to: '2026-03-05' }] : [];
  expect(due('2026-03-03T09:00:00Z', {}, { holidays })).toBe('2026-03-09T09:00:00.000Z');
  expect(due('2026-03-03T09:00:00Z', { cohort: null }, { holidays })).toBe('2026-03-05T09:00:00.000Z');
  expect(due('2026-03-07T03:00:00Z', { timeZone: 'America/Lima' })).toBe('2026-03-11T03:00:00.000Z');
  expect(due('2026-03-05T09:00:00Z', {}, { weekend: ['friday', 'saturday'] })).toBe(
    '2026-03-09T09:00:00.000Z',
  );
});

test('who never works is not waited for without end', () => {
  const leave = [{ from: '2026-01-01', to: '2036-01-01' }];
  expect(due('2026-03-03T09:00:00Z', { leave }) > '2026-04-20').toBe(true);
});
