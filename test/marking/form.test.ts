import { afterEach, beforeEach, expect, test } from 'vitest';
import { Form } from '../../src/domain/course/form.ts';
import { pullRequest, sha } from '../intake/pulls.ts';
import { until } from '../services/until.ts';
import { openSchool } from './school.ts';
import type { School } from './school.ts';
import { smallProject } from './small-project.ts';

let school: School;
beforeEach(async () => {
  const form = Form.parse({ title: 'To-do list: *' });
  school = await openSchool('embedded', { ...smallProject, rubric: { ...smallProject.rubric, form } });
  await school.worker();
});
afterEach(async () => {
  await school.close();
});

const results = () => school.results().map(({ title }) => title);
const told = (count: number) => until(`${count} results`, () => results().length === count);

test('a pull request in a wrong form is not marked, loses no attempt, and is marked once its title is right', async () => {
  await school.push(pullRequest(), 'opened');
  await told(1);
  expect(results()).toEqual(['refused: submission.form']);
  // What is edited and changes nothing starts nothing.
  await school.push(pullRequest(), 'edited');
  await until(
    'it was looked at',
    async () => (await school.database.health.health()).deliveriesWaiting === 0,
  );
  expect(school.marks.begun).toBe(0);

  const attempts: number[] = [];
  const { mark } = school.marks;
  school.marks.mark = (request) => {
    attempts.push(request.history?.given.length ?? -1);
    return mark(request);
  };
  const { form } = pullRequest();
  const mended = pullRequest({ form: { ...form, title: 'To-do list: adding' } });
  await school.push(mended, 'edited');
  await told(2);
  expect(results()).toEqual(['refused: submission.form', 'not-yet']);
  expect(attempts).toEqual([0]);

  // Practice needs no form.
  await school.push(pullRequest({ headSha: sha('b'), draft: true }));
  await told(3);
  expect(results().at(-1)).toBe('practice');
});
