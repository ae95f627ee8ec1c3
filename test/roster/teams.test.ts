import { expect, test } from 'vitest';
import { githubError } from '../../src/domain/errors/github.ts';
import { Cohort } from '../../src/domain/people/cohort.ts';
import { Person } from '../../src/domain/people/person.ts';
import { knownAccounts, knownRoster } from '../../src/roster/known-roster.ts';
import { refreshTeams } from '../../src/roster/refresh-teams.ts';
import type { TeamMember } from '../../src/roster/team-reader.ts';
import { teamsOf } from '../../src/roster/teams-of-course.ts';
import { silent } from '../services/silent.ts';

const course = {
  timeZone: 'UTC',
  teams: { staff: 'school/staff', lead: 'school/leads', tutor: 'school/staff' },
  cohorts: [
    Cohort.parse({ id: 'autumn', title: 'Autumn', team: 'school/autumn' }),
    Cohort.parse({ id: 'spring', title: 'Spring' }),
  ],
};

const people = () => Promise.resolve([]);

function storing() {
  const kept = new Map<string, readonly number[]>();
  return {
    kept,
    keep: (team: string, members: readonly TeamMember[]) =>
      Promise.resolve(
        void kept.set(
          team,
          members.map(({ id }) => id),
        ),
      ),
    accounts: () =>
      Promise.resolve([
        { id: 2, login: 'Tom' },
        { id: 4, login: 'grace' },
      ]),
    keepOnly: (teams: readonly string[]) => {
      for (const team of kept.keys()) if (!teams.includes(team)) kept.delete(team);
      return Promise.resolve();
    },
    known: () => Promise.resolve(kept),
  };
}

test('a course asks for each team that it names once', () => {
  expect(teamsOf(course)).toEqual(['school/staff', 'school/leads', 'school/autumn']);
});

test('who is in a team has its role, and a team that is not known gives nobody anything', async () => {
  const store = storing();
  store.kept.set('school/staff', [1, 2]);
  store.kept.set('school/autumn', [3]);
  const roster = await knownRoster(course, people, store)();
  expect([...(roster.get(1)?.roles ?? [])].sort()).toEqual(['staff', 'tutor']);
  expect(roster.get(3)).toMatchObject({ cohort: 'autumn', roles: new Set(['learner']) });
  expect([...roster.keys()].sort()).toEqual([1, 2, 3]);
});

test('what was read more than a day ago is not asked for: rights do not outlive an outage for ever', async () => {
  const asked: number[] = [];
  const known = (withinMs: number) => {
    asked.push(withinMs);
    return Promise.resolve(new Map());
  };
  expect((await knownRoster(course, people, { known })()).size).toBe(0);
  expect(asked).toEqual([24 * 3_600_000]);
  // Where the course names no team, nobody is asked.
  await knownRoster({ ...course, teams: {}, cohorts: [] }, people, { known })();
  expect(asked).toHaveLength(1);
});

test('a team that cannot be read stays as it was, one that is gone is emptied, and the others are read', async () => {
  const store = storing();
  for (const team of ['school/staff', 'school/leads', 'school/former']) store.kept.set(team, [9]);
  const away = githubError('github.unavailable', { call: 'GET', seen: '503' });
  const members = (team: string) => {
    if (team === 'school/staff') return Promise.reject(away);
    return Promise.resolve(
      team === 'school/leads' ? null : [1, 2].map((id) => ({ id, login: `person-${id}` })),
    );
  };
  const refreshing = refreshTeams(
    teamsOf(course),
    { reader: { members }, store, log: silent },
    new AbortController().signal,
  );
  await expect(refreshing).rejects.toBe(away);
  expect(store.kept).toEqual(
    new Map([
      ['school/staff', [9]],
      ['school/leads', []],
      ['school/autumn', [1, 2]],
    ]),
  );
});

test('an account is found by what it is called in the file of people, else in a team', async () => {
  const grace = Person.parse({ id: 1, login: 'grace', roles: ['staff'] });
  const accountOf = knownAccounts(() => Promise.resolve([grace]), storing());
  expect(await accountOf('GRACE')).toMatchObject({ id: 1 });
  expect(await accountOf('tom')).toMatchObject({ id: 2 });
  expect(await accountOf('nobody')).toBeNull();
});
