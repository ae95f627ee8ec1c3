import { afterEach, beforeEach, expect, test } from 'vitest';
import { pullRequest, pullRequestIn, sha } from '../intake/pulls.ts';
import { until } from '../services/until.ts';
import { openSchool } from './school.ts';
import type { School } from './school.ts';

let school: School;
beforeEach(async () => {
  school = await openSchool('embedded');
});
afterEach(async () => {
  await school.close();
});

test('everything in one process on the embedded database: one result each, in time', async () => {
  await school.worker();
  const repositories = [1, 2, 3, 4, 5, 6];
  await Promise.all(repositories.map((id) => school.push(pullRequestIn(id), 'opened')));
  await until('all have a result', () => school.results().length === repositories.length);
  await until('all runs are finished', async () => {
    return (await school.database.health.health()).finishedLastDay === repositories.length;
  });
  expect(
    school
      .results()
      .map((said) => said.pull)
      .toSorted(),
  ).toEqual(repositories.map((id) => `${id}/7`));
});

test('the newest push wins there too', async () => {
  await school.worker();
  await school.push(pullRequest(), 'opened');
  await school.push(pullRequest({ headSha: sha('b') }));
  await until('the newest has its result', () => school.results().some((said) => said.sha === sha('b')));
});
