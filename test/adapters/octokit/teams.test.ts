import { expect, test } from 'vitest';
import { useSchool, type School } from './school.ts';

let school: School;
useSchool((each) => (school = each));

test('everybody in a team and in those below it is read, with a token that can do nothing else', async () => {
  const { standIn } = school;
  const people = Array.from({ length: 120 }, (_, at) => standIn.accounts.user({ login: `person-${at}` }));
  standIn.teams.create({ organization: 'school', name: 'Staff', members: ['tom'] });
  standIn.teams.create({
    organization: 'school',
    name: 'Night staff',
    parent: 'staff',
    members: [...people.map(({ login }) => login), 'tom'],
  });
  const { teams } = school.connect();
  const members = await teams.members('school/staff');
  expect(members).toHaveLength(121);
  expect(members).toEqual(expect.arrayContaining(people.map(({ id, login }) => ({ id, login }))));
  const tokens = standIn.requests.of('apps/create-installation-access-token');
  expect(tokens.at(-1)?.body).toEqual({ permissions: { members: 'read' } });

  standIn.teams.remove({ team: 'school/night-staff', login: 'person-3' });
  expect((await teams.members('school/staff'))?.map(({ id }) => id)).not.toContain(people[3]?.id);
  expect(await teams.members('school/no-such-team')).toBeNull();
  standIn.faults.add({ path: '/orgs/{org}/teams/{team_slug}/members', status: 403, times: 9 });
  await expect(teams.members('school/staff')).rejects.toMatchObject({ code: 'github.forbidden' });
});

test('an organisation that the App is not installed on says nothing, which is not the same as nobody', async () => {
  school.standIn.accounts.organization({ login: 'elsewhere' });
  await expect(school.gitHub.teams.members('elsewhere/staff')).rejects.toMatchObject({ code: 'github.gone' });
});
