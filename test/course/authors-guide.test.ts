import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { CourseFile } from '../../src/domain/course/course-file.ts';
import { OtherRepositories } from '../../src/domain/course/other-repositories.ts';
import { PeopleFile, Person } from '../../src/domain/people/person.ts';
import { Rubric } from '../../src/domain/course/rubric.ts';

const guide = await readFile(new URL('../../docs/authors-guide.md', import.meta.url), 'utf8');

describe("the author's guide", () => {
  const [course, otherRepositories, people, rubric] = [...guide.matchAll(/```yaml\n(.*?)```/gs)].map(
    ([, yaml = '']) => parse(yaml) as unknown,
  );

  it('shows a course.yml that is right', () => {
    expect(CourseFile.parse(course).units).toHaveLength(3);
  });

  it('shows each way in which a repository is told', () => {
    const whole = { ...(course as object), ...(otherRepositories as object) };
    const { otherRepositories: told } = CourseFile.parse(whole);
    expect(Object.keys(told).toSorted()).toEqual(Object.keys(OtherRepositories.shape).toSorted());
  });

  it('shows a people.yml that is right', () => {
    const [person] = PeopleFile.parse(people).people;
    expect(Object.keys(Person.shape).filter((key) => !Object.keys(person ?? {}).includes(key))).toEqual([]);
  });

  it('shows a rubric.yml that is right, with the default limits', () => {
    const parsed = Rubric.parse(rubric);
    expect(parsed.limits).toEqual(Rubric.shape.limits.parse(undefined));
  });

  it('names every key that there is', () => {
    const [unit] = CourseFile.parse(course).units;
    const [stage] = Rubric.parse(rubric).stages;
    const keys = [CourseFile.shape, Rubric.shape, unit, stage, stage?.criteria[0]].flatMap((value) =>
      Object.keys(value ?? {}),
    );
    expect(keys.filter((key) => !guide.includes(`${key}:`))).toEqual([]);
  });
});
