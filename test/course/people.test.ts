import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeFinding } from '../../src/course/finding.ts';
import { peopleAsTheyAre } from '../../src/course/people-as-they-are.ts';
import { readCourse } from '../../src/course/read-course.ts';
import { changed, onDisk, smallCourse, without, type CourseFiles } from './small-course.ts';

const peopleYml = `people:
  - id: 11
    login: ada
    name: Ada Lovelace
    roles: [learner, tutor]
    cohort: autumn
    timeZone: Europe/London
    leave: [{ from: 2026-11-02, to: 2026-11-13 }]
  - id: 12
    login: grace
    roles: [staff, lead]
    emails: [grace@example.org]
`;

const school: CourseFiles = {
  ...changed(
    smallCourse,
    'course.yml',
    'units:\n',
    `timeZone: Europe/Copenhagen
cohorts:
  - id: autumn
    title: Autumn 2026
    team: octo-school/autumn
    holidays: [{ from: 2026-12-24, to: 2027-01-01 }]
  - id: spring
    title: Spring 2027
roster:
  file: people.yml
  teams: { staff: octo-school/staff }
units:
`,
  ),
  'people.yml': peopleYml,
};

async function read(files: CourseFiles) {
  const dir = await onDisk(files);
  const { course, findings } = await readCourse(dir);
  const said = findings.map((each) => `${each.level} ${describeFinding(each)}`.replaceAll(`${dir}/`, ''));
  return { course, said };
}

const inPeople = (from: string, to: string) => changed(school, 'people.yml', from, to);

test('a course says who is who, in a file and by teams', async () => {
  const { course, said } = await read(school);
  expect(said).toEqual([]);
  expect(course?.people).toEqual([
    {
      id: 11,
      login: 'ada',
      name: 'Ada Lovelace',
      roles: ['learner', 'tutor'],
      cohort: 'autumn',
      timeZone: 'Europe/London',
      emails: [],
      leave: [{ from: '2026-11-02', to: '2026-11-13' }],
    },
    { id: 12, login: 'grace', roles: ['staff', 'lead'], emails: ['grace@example.org'], leave: [] },
  ]);
  expect(course?.teams).toEqual({ staff: 'octo-school/staff' });
  expect(course?.timeZone).toBe('Europe/Copenhagen');
  expect(course?.cohorts[0]?.holidays).toEqual([{ from: '2026-12-24', to: '2027-01-01' }]);
});

test("a learner's copy has no people in it, and is none the worse", async () => {
  const copy = ['people.yml', 'sums/tests/hidden', 'todo-cli/tests/hidden'].reduce<CourseFiles>(
    without,
    school,
  );
  const { said, course } = await read(copy);
  expect(said.filter((each) => each.startsWith('error'))).toEqual([]);
  expect(course?.people).toEqual([]);
});

describe('is found by its line:', () => {
  test.each([
    [
      'a file of people that is not there',
      without(school, 'people.yml'),
      'error people.yml:1: the file is missing (expected a YAML file)',
    ],
    [
      'an account that is there twice',
      inPeople('id: 12', 'id: 11'),
      'error people.yml:9: the account "11" is there twice',
    ],
    [
      'a login in the place of the number',
      inPeople('id: 11', 'id: ada'),
      'error people.yml:2: "id" is wrong (found "ada", expected a number)',
    ],
    [
      'the account of those who are gone',
      inPeople('id: 12', 'id: 10137'),
      'error people.yml:9: "id" is wrong (found 10137, expected a person; this is nobody: GitHub’s account for those who deleted theirs)',
    ],
    [
      'an App in the place of a person',
      inPeople('login: grace', 'login: dependabot[bot]'),
      'error people.yml:10: "login" is wrong (found "dependabot[bot]", expected the login of a person, such as octocat)',
    ],
    [
      'two numbers of one login, one of which is somebody else’s',
      inPeople('login: grace', 'login: Ada'),
      'warning people.yml:10: the login "Ada" is there twice',
    ],
    [
      'a role that there is not',
      inPeople('[staff, lead]', '[admin]'),
      'error people.yml:11: entry 1 of "roles" is wrong (found "admin", expected one of learner, tutor, staff, lead)',
    ],
    [
      'a cohort that there is not',
      inPeople('cohort: autumn', 'cohort: winter'),
      'error people.yml:6: ada is in a cohort that course.yml does not have (found "winter", expected one of autumn, spring)',
    ],
    [
      'a learner without a cohort',
      inPeople('    cohort: autumn\n', ''),
      "warning people.yml:2: ada is a learner of no cohort, so their work is compared with nobody's (expected a cohort: autumn, spring)",
    ],
    [
      'staff whose addresses nobody knows, who could sign off what names them as co-author',
      inPeople('    emails: [grace@example.org]\n', ''),
      'warning people.yml:9: grace signs work off, and no address that they commit with is known: work that names them as co-author by such a one is not seen to be theirs (expected their addresses as emails)',
    ],
    [
      'leave that ends before it begins',
      inPeople('to: 2026-11-13', 'to: 2026-10-13'),
      'error people.yml:8: entry 1 of "leave" is wrong (found keys and values, expected "from" to come no later than "to")',
    ],
    [
      'a day that is none',
      inPeople('to: 2026-11-13', 'to: 2026-11-31'),
      'error people.yml:8: "to" is wrong (found "2026-11-31", expected a day such as 2026-09-01)',
    ],
    [
      'a time zone that is none',
      inPeople('Europe/London', 'London'),
      'error people.yml:7: "timeZone" is wrong (found "London", expected a time zone such as Europe/Copenhagen)',
    ],
    [
      'a key that there is not',
      inPeople('name: Ada', 'nmae: Ada'),
      'error people.yml:4: unknown key "nmae" (expected one of id, login, name, roles, cohort, emails, timeZone, leave)',
    ],
    [
      'two cohorts of one id',
      changed(school, 'course.yml', 'id: spring', 'id: autumn'),
      'error course.yml:9: the cohort "autumn" is there twice',
    ],
    [
      'a team that cannot be one',
      changed(school, 'course.yml', 'staff: octo-school/staff', 'staff: staff'),
      'error course.yml:13: "staff" is wrong (found "staff", expected "organisation/team")',
    ],
    [
      'a role that no team can give',
      changed(school, 'course.yml', '{ staff: octo', '{ admin: octo'),
      'error course.yml:13: unknown key "admin" (expected one of tutor, staff, lead)',
    ],
  ])('%s', async (_what, files, expected) => {
    const { said } = await read(files);
    expect(said).toEqual([expected]);
  });
});

describe('the file of people', () => {
  test('is read again when it has changed, and stays as it was while it has an error', async () => {
    const dir = await onDisk(school);
    const { course } = await readCourse(dir);
    const troubles: string[][] = [];
    const now = peopleAsTheyAre(course!, (problems) => troubles.push(problems));
    const logins = async () => (await now()).map(({ login }) => login);
    expect(await logins()).toEqual(['ada', 'grace']);

    await writeFile(join(dir, 'people.yml'), peopleYml.slice(0, peopleYml.indexOf('  - id: 12')));
    expect(await logins()).toEqual(['ada']);

    await writeFile(join(dir, 'people.yml'), 'people: [{ id: nobody }]\n');
    expect(await logins()).toEqual(['ada']);
    expect(await logins()).toEqual(['ada']);
    expect(troubles).toHaveLength(1);
    expect(troubles[0]?.join('\n')).toContain('people.yml');

    await rm(join(dir, 'people.yml'));
    expect(await logins()).toEqual(['ada']);
    expect(troubles).toHaveLength(2);
    await writeFile(join(dir, 'people.yml'), peopleYml);
    expect(await logins()).toEqual(['ada', 'grace']);
  });
});
