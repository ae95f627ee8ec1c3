import { describe, expect, test } from 'vitest';
import type { Role } from '../../../src/domain/people/role.ts';
import { rosterOf } from '../../../src/domain/people/roster.ts';
import type { SchoolCalendar } from '../../../src/domain/people/school-calendar.ts';
import { isPeer, isThere, peersToAsk } from '../../../src/review/peers/may-review.ts';

const now = Date.parse('2026-03-02T09:00:00Z');
const person = (id: number, roles: Role[], more = {}) => ({
  id,
  login: `p${id}`,
  roles,
  emails: [],
  leave: [],
  ...more,
});
const roster = (...people: ReturnType<typeof person>[]) =>
  rosterOf({ people, cohorts: [], timeZone: 'Europe/Copenhagen' });
const calendar: SchoolCalendar = { weekend: ['saturday', 'sunday'], holidays: () => [] };
const facts = {
  roster: roster(
    person(1, ['learner']),
    person(2, ['tutor']),
    person(3, ['staff']),
    person(4, ['learner', 'staff']),
    person(5, ['learner']),
    person(6, ['lead', 'tutor']),
  ),
  mastered: new Set([1, 2, 3, 4, 6, 99]),
  involved: new Set<number>(),
};

describe('who may review as a peer', () => {
  test('is a learner or a tutor who has mastered the project, and nobody of the staff', () => {
    expect(peersToAsk(facts, now, calendar)).toEqual([1, 2]);
    expect(isPeer(99, facts)).toBe(false);
  });

  test('had no hand in the work', () => {
    expect(peersToAsk({ ...facts, involved: new Set([1]) }, now, calendar)).toEqual([2]);
  });

  test.each([
    ['2026-02-20', '2026-03-01', true],
    ['2026-02-20', '2026-03-02', false],
    ['2026-03-04', '2026-03-09', false],
    ['2026-03-05', '2026-03-09', true],
  ])('is not asked while on leave, or right before it: %s to %s', (from, to, there) => {
    const [standing] = [...roster(person(1, ['learner'], { leave: [{ from, to }] })).values()];
    expect(standing !== undefined && isThere(standing, { askedAt: now, now }, calendar)).toBe(there);
  });

  test('has the day of where they live', () => {
    const leave = [{ from: '2026-03-01', to: '2026-03-01' }];
    const late = Date.parse('2026-03-01T23:30:00Z');
    const thereIn = (timeZone: string) => {
      const [standing] = [...roster(person(1, ['learner'], { leave, timeZone })).values()];
      return standing !== undefined && isThere(standing, { askedAt: late, now: late }, calendar);
    };
    expect(thereIn('Europe/Copenhagen')).toBe(true);
    expect(thereIn('America/Lima')).toBe(false);
  });

  test('may well be asked before a weekend and a holiday, and not before a week of them', () => {
    const [standing] = [...roster(person(1, ['learner'], { cohort: 'spring' })).values()];
    const off = (from: string, to: string): SchoolCalendar => ({
      ...calendar,
      holidays: (cohort) => (cohort === 'spring' ? [{ from, to }] : []),
    });
    const friday = Date.parse('2026-03-06T09:00:00Z');
    const asked = { askedAt: friday, now: friday };
    expect(standing !== undefined && isThere(standing, asked, off('2026-03-09', '2026-03-09'))).toBe(true);
    expect(standing !== undefined && isThere(standing, asked, off('2026-03-09', '2026-03-13'))).toBe(false);
  });

  test('is away where leave begins before an answer is due, also over a weekend', () => {
    const friday = Date.parse('2026-03-06T09:00:00Z');
    const leave = [{ from: '2026-03-10', to: '2026-03-20' }];
    const [standing] = [...roster(person(1, ['learner'], { leave })).values()];
    expect(standing !== undefined && isThere(standing, { askedAt: friday, now: friday }, calendar)).toBe(
      false,
    );
    const before = friday - 2 * 86_400_000;
    expect(standing !== undefined && isThere(standing, { askedAt: before, now: before }, calendar)).toBe(
      true,
    );
  });
});
