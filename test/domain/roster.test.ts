import { describe, expect, test } from 'vitest';
import { Cohort } from '../../src/domain/people/cohort.ts';
import { Person } from '../../src/domain/people/person.ts';
import { rosterOf, type TeamMembers } from '../../src/domain/people/roster.ts';

const course = {
  timeZone: 'Europe/Copenhagen',
  cohorts: [
    Cohort.parse({ id: 'autumn', title: 'Autumn', timeZone: 'Europe/Lisbon' }),
    Cohort.parse({ id: 'spring', title: 'Spring' }),
  ],
  people: [
    Person.parse({
      id: 1,
      login: 'ada',
      roles: ['learner'],
      cohort: 'spring',
      leave: [{ from: '2026-11-02', to: '2026-11-13' }],
      emails: ['ada@example.org'],
    }),
    Person.parse({ id: 2, login: 'ben', roles: ['learner', 'tutor'], timeZone: 'Asia/Tokyo' }),
    Person.parse({ id: 3, login: 'cy', roles: ['staff'] }),
  ],
};
const teams: TeamMembers = {
  roles: { lead: [3, 5], tutor: [1] },
  cohorts: new Map([['autumn', [1, 2, 4]]]),
};

describe('who is who', () => {
  const roster = rosterOf(course, teams);
  const seen = (id: number) => {
    const standing = roster.get(id);
    return standing === undefined ? null : { ...standing, roles: [...standing.roles].toSorted() };
  };

  test('is put together from the file and the teams, and the file has the last word on where somebody belongs', () => {
    expect(seen(1)).toEqual({
      roles: ['learner', 'tutor'],
      cohort: 'spring',
      timeZone: 'Europe/Copenhagen',
      leave: [{ from: '2026-11-02', to: '2026-11-13' }],
      emails: ['ada@example.org'],
    });
    expect(seen(2)).toMatchObject({ roles: ['learner', 'tutor'], cohort: 'autumn', timeZone: 'Asia/Tokyo' });
    expect(seen(3)).toMatchObject({ roles: ['lead', 'staff'], cohort: null });
    expect(seen(4)).toMatchObject({ roles: ['learner'], cohort: 'autumn', timeZone: 'Europe/Lisbon' });
    expect(seen(5)).toMatchObject({ roles: ['lead'] });
  });

  test('leaves out whoever is named nowhere', () => {
    expect(seen(6)).toBeNull();
    expect(rosterOf({ ...course, people: [] }).size).toBe(0);
  });
});
