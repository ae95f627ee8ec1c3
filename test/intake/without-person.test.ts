import { describe, expect, test } from 'vitest';
import type { Delivery } from '../../src/intake/inbox.ts';
import { readDelivery } from '../../src/intake/read-delivery.ts';
import { type Erased, withoutPerson } from '../../src/intake/without-person.ts';
import { checkExternalId } from '../../src/domain/check.ts';
import { sha } from './pulls.ts';

const ada = { id: 11, login: 'ada', type: 'User' };
const bo = { id: 12, login: 'bo', type: 'User' };
const grace = { id: 13, login: 'grace', type: 'User' };

/** Ada, whose pull request is the fifth of repository 105. */
const erased: Erased = {
  id: ada.id,
  hasOpened: (repositoryId, number) => repositoryId === 105 && number === 5,
  withoutNames: (text) => text.replaceAll('@ada', 'somebody'),
  isNamedIn: ({ owner, repo }) => owner === 'ada' || repo.endsWith('-ada'),
};

const installation = { id: 1 };
const bos = { id: 100, name: 'todo-cli-bo', full_name: 'school/todo-cli-bo', owner: { login: 'school' } };
const shared = {
  id: 101,
  name: 'todo-cli-ada',
  full_name: 'school/todo-cli-ada',
  owner: { login: 'school' },
};
const opened = (user: typeof bo) => ({
  number: 7,
  user,
  head: { sha: sha('a') },
  requested_reviewers: [ada],
});

const pushed = (user: typeof bo, repository: typeof bos = bos): Omit<Delivery, 'id'> => ({
  event: 'pull_request',
  action: 'synchronize',
  payload: { installation, repository, pull_request: opened(user), before: sha('b'), sender: ada },
});
const said = (by: typeof bo, about: typeof bo, repository = bos): Omit<Delivery, 'id'> => ({
  event: 'issue_comment',
  action: 'created',
  payload: {
    installation,
    repository,
    issue: { number: 7, user: about, pull_request: {}, assignees: [ada] },
    comment: {
      id: 55,
      user: by,
      body: '/touchstone request-changes Ask @ada why.',
      created_at: '2026-03-02T09:00:00Z',
      updated_at: '2026-03-02T09:00:00Z',
    },
    sender: by,
  },
});
const reviewed = (by: typeof bo, about: typeof bo): Omit<Delivery, 'id'> => ({
  event: 'pull_request_review',
  action: 'submitted',
  payload: {
    installation,
    repository: bos,
    pull_request: opened(about),
    review: {
      id: 44,
      user: by,
      state: 'approved',
      body: 'As @ada says.',
      commit_id: sha('a'),
      submitted_at: '2026-03-02T09:00:00Z',
    },
  },
});
const pressed = (by: typeof bo, about: { repositoryId: number; number: number }): Omit<Delivery, 'id'> => ({
  event: 'check_run',
  action: 'requested_action',
  payload: {
    installation,
    repository: { ...bos, id: about.repositoryId },
    check_run: { name: 'Touchstone', head_sha: sha('a'), external_id: checkExternalId(about) },
    requested_action: { identifier: 'appeal' },
    sender: by,
  },
});
const renamed = (repository: typeof bos, action = 'renamed'): Omit<Delivery, 'id'> => ({
  event: 'repository',
  action,
  payload: { installation, repository, sender: ada },
});
const todo = (delivery: Omit<Delivery, 'id'>) => readDelivery({ id: 'd', ...delivery });
const without = (delivery: Omit<Delivery, 'id'>) => {
  const payload = withoutPerson(delivery, erased);
  return payload === null ? null : { ...delivery, payload };
};

describe('deliveries that wait when somebody is erased', () => {
  test.each([
    ['what others push', pushed(bo)],
    ['what others press', pressed(bo, { repositoryId: 100, number: 7 })],
    ['what a repository of others is called', renamed(bos)],
    ['that everybody can see a repository', renamed(bos, 'publicized')],
    [
      'that the App was taken away',
      { event: 'installation', action: 'deleted', payload: { installation, sender: ada } },
    ],
    [
      'a note of ours about the work of others',
      {
        event: 'touchstone',
        action: null,
        payload: { installation: 1, owner: 'school', repo: 'x', repositoryId: 100, number: 7 },
      },
    ],
  ])('%s is read as before, and names the person no more', (_, delivery) => {
    const left = without(delivery);
    expect(left && todo(left)).toEqual(todo(delivery));
    expect(JSON.stringify(left)).not.toMatch(/ada/);
  });

  test.each([
    ['a comment', said(grace, bo)],
    ['a review', reviewed(grace, bo)],
  ])('%s of others on the work of others keeps its words, but for the name', (_, delivery) => {
    const left = without(delivery);
    expect(JSON.stringify(left && todo(left))).toBe(
      JSON.stringify(todo(delivery)).replaceAll('@ada', 'somebody'),
    );
    expect(JSON.stringify(left)).not.toMatch(/ada/);
  });

  test.each([
    ['what they pushed', pushed(ada)],
    ['what they said', said(ada, bo)],
    ['what was said of their work', said(grace, ada)],
    ['what they said in a review', reviewed(ada, bo)],
    ['what was said of their work in a review', reviewed(grace, ada)],
    ['what they pressed', pressed(ada, { repositoryId: 100, number: 7 })],
    ['what was pressed on their work', pressed(grace, { repositoryId: 105, number: 5 })],
    ['what a repository is called that is called after them', renamed(shared)],
    ['what nothing is read of', { event: 'push', action: null, payload: { sender: bo } }],
  ])('%s is dropped', (_, delivery) => {
    expect(without(delivery)).toBeNull();
  });

  test('of work of others in a repository that is called after them, the address is left to be asked for', () => {
    const left = without(pushed(bo, shared));
    expect(left && todo(left)).toMatchObject({
      todo: 'look',
      pull: { owner: '', repo: '', repositoryId: 101, number: 7 },
    });
    expect(JSON.stringify(left)).not.toMatch(/ada/);
  });
});
