import { expect, test } from 'vitest';
import { projectOfPlace } from '../../src/course/project-of-place.ts';
import { branchOf, baseOf } from '../../src/retention/bug-planter.ts';
import { readingRechecks } from '../../src/retention/recheck-reader.ts';
import { pullRequest } from '../intake/pulls.ts';
import { gitHubInMemory } from '../marking/github-in-memory.ts';
import { smallProject } from '../marking/small-project.ts';

const byApp = pullRequest({
  byApp: true,
  learner: { id: 1, login: 'touchstone[bot]' },
  form: { branch: branchOf(3), into: baseOf(3), title: '', description: '' },
  place: { owner: 'school', repo: 'todo-cli-ada', topics: [], properties: {}, into: baseOf(3) },
});
const recheckedWork = (id: number) =>
  Promise.resolve(id === 3 ? { learner: { id: 5, login: 'ada' }, project: 'todo-cli' } : null);

test('a re-check is the learner’s, and for the project that it is about, also where branches say which that is', async () => {
  const github = gitHubInMemory();
  github.push(byApp);
  const state = await readingRechecks(github.reader, { recheckedWork }).pullRequest(byApp.pull);
  expect(state).toMatchObject({ learner: { id: 5, login: 'ada' }, recheck: 3 });
  const course = {
    repositories: '{project}-{login}',
    owners: [],
    otherRepositories: { listed: {}, byBranch: ['school/todo-cli-ada'] },
    projects: new Map([['todo-cli', smallProject]]),
  };
  expect(projectOfPlace(course, state!.place)).toBe('todo-cli');
});

test('a branch of that name is nothing by itself, and a re-check that nobody knows is nobody’s', async () => {
  const github = gitHubInMemory();
  const reader = readingRechecks(github.reader, { recheckedWork });
  const own = { ...byApp, byApp: false };
  github.push(own);
  expect(await reader.pullRequest(own.pull)).toEqual(own);
  github.push({ ...byApp, form: { ...byApp.form, branch: branchOf(4) } });
  expect(await reader.pullRequest(byApp.pull)).toBeNull();
});
