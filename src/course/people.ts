import { stat } from 'node:fs/promises';
import type { CourseFile } from '../domain/course/course-file.ts';
import { PeopleFile, type Person } from '../domain/people/person.ts';
import { isLearner, isStaff } from '../domain/people/rights.ts';
import type { CourseFinding, Remark } from './finding.ts';
import { repeated } from './repeated.ts';
import { checkSchema } from './schema-remarks.ts';
import { readYaml } from './yaml-file.ts';

/** What the schema cannot say of the cohorts. */
export function checkCohorts({ cohorts }: CourseFile): Remark[] {
  return repeated(
    cohorts.map(({ id }, index) => ({ name: id, path: ['cohorts', index, 'id'] })),
    'cohort',
  );
}

/**
 * Reads who is who from the file that course.yml names.
 *
 * @param path null where course.yml names none
 * @param mayBeMissing learners have a copy of the course without it: then it names nobody, and nothing is said of it
 */
export async function readPeople(
  path: string | null,
  cohorts: CourseFile['cohorts'],
  { mayBeMissing }: { mayBeMissing: boolean },
): Promise<{ people: Person[]; findings: CourseFinding[] }> {
  if (path === null) return { people: [], findings: [] };
  if (mayBeMissing && (await stat(path).catch(() => null)) === null) return { people: [], findings: [] };
  const yaml = await readYaml(path);
  if (yaml.findings.length > 0) return { people: [], findings: yaml.findings };
  const { value, remarks } = checkSchema(PeopleFile, yaml.data);
  if (value === null) return { people: [], findings: remarks.map(yaml.place) };
  const known = cohorts.map(({ id }) => id);
  return { people: value.people, findings: checkPeople(value.people, known).map(yaml.place) };
}

function checkPeople(people: readonly Person[], cohorts: readonly string[]): Remark[] {
  return [
    ...repeated(
      people.map(({ id }, index) => ({ name: String(id), path: ['people', index, 'id'] })),
      'account',
    ),
    ...sameLogin(people),
    ...people.flatMap((person, index) => checkCohort(person, index, cohorts)),
    ...people.flatMap(checkAddresses),
  ];
}

/** One of the two numbers is somebody else's, who would have the rights. */
function sameLogin(people: readonly Person[]): Remark[] {
  return repeated(
    people.map(({ login }, index) => ({
      name: login,
      key: login.toLowerCase(),
      path: ['people', index, 'login'],
    })),
    'login',
  ).map((remark) => ({ ...remark, level: 'warning' }));
}

/** Of a co-author a commit holds nothing but an address: without theirs, staff could sign off what they have made themselves. */
function checkAddresses({ login, roles, emails }: Person, index: number): Remark[] {
  return !isStaff({ roles: new Set(roles) }) || emails.length > 0
    ? []
    : [
        {
          level: 'warning',
          path: ['people', index],
          message: `${login} signs work off, and no address that they commit with is known: work that names them as co-author by such a one is not seen to be theirs`,
          expected: 'their addresses as emails',
        },
      ];
}

function checkCohort({ login, roles, cohort }: Person, index: number, cohorts: readonly string[]): Remark[] {
  const path = ['people', index, 'cohort'];
  if (cohort !== undefined && !cohorts.includes(cohort))
    return [
      {
        level: 'error',
        path,
        message: `${login} is in a cohort that course.yml does not have`,
        found: `"${cohort}"`,
        expected: cohorts.length === 0 ? 'cohorts in course.yml' : `one of ${cohorts.join(', ')}`,
      },
    ];
  if (cohort === undefined && cohorts.length > 0 && isLearner({ roles: new Set(roles) }))
    return [
      {
        level: 'warning',
        path: ['people', index],
        message: `${login} is a learner of no cohort, so their work is compared with nobody's`,
        expected: `a cohort: ${cohorts.join(', ')}`,
      },
    ];
  return [];
}
