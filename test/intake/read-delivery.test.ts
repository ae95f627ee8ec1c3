import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readDelivery } from '../../src/intake/read-delivery.ts';
import { rerunDelivery, pullRequestDelivery } from '../marking/deliveries.ts';
import { pullRequest, sha } from './pulls.ts';

const delivery = (event: string, action: string | null, payload: object) => ({
  id: 'd',
  event,
  action,
  payload,
});
const installation = { id: 1 };
const repository = { id: 100, name: 'todo-cli-ada', owner: { login: 'school' } };

const review = (state: string, body: string | null) => ({
  repository,
  pull_request: { number: 7 },
  review: {
    id: 44,
    user: { id: 9, login: 'grace', type: 'User' },
    state,
    body,
    commit_id: sha('a'),
    submitted_at: '2026-03-02T09:00:00Z',
  },
});

/** A comment of somebody that somebody has changed. */
const changedComment = (of: string | null, by: string) => ({
  repository,
  issue: { number: 7, pull_request: {} },
  comment: { id: 45, user: of === null ? null : { type: of } },
  sender: { type: by },
});

const comment = (body: string, change = {}) => ({
  repository,
  sender: { type: 'User' },
  issue: { number: 7, pull_request: {} },
  comment: {
    id: 55,
    user: { id: 9, login: 'grace', type: 'User' },
    body,
    created_at: '2026-03-02T09:00:00Z',
    updated_at: '2026-03-02T09:00:00Z',
    ...change,
  },
});

describe.each([
  'opened',
  'synchronize',
  'reopened',
  'ready_for_review',
  'converted_to_draft',
  'closed',
  'edited',
])('pull_request.%s', (action) => {
  test('asks to look at the pull request', () => {
    expect(readDelivery(pullRequestDelivery(pullRequest(), action))).toEqual({
      todo: 'look',
      pull: pullRequest().pull,
      before: null,
    });
  });
});

test('a push to a pull request says which head it replaced', () => {
  const pushed = pullRequestDelivery(pullRequest(), 'synchronize', { before: sha('b') });
  expect(readDelivery(pushed)).toMatchObject({ before: sha('b') });
});

test('labels and assignees change nothing', () => {
  expect(readDelivery(pullRequestDelivery(pullRequest(), 'labeled')).todo).toBe('nothing');
});

describe('check_run', () => {
  test('of ours asks to mark its commit again', () => {
    expect(readDelivery(rerunDelivery(pullRequest()))).toEqual({
      todo: 'mark-again',
      repositoryId: 100,
      number: 7,
      headSha: sha('a'),
    });
  });
  test('tells of a button of ours who pressed it, and on which commit', () => {
    const check_run = { name: 'Touchstone', head_sha: sha('a'), external_id: 'touchstone:100:7' };
    const sender = { id: 5, login: 'ada', type: 'User' };
    const pressed = (identifier: string) =>
      readDelivery(
        delivery('check_run', 'requested_action', {
          installation,
          repository,
          check_run,
          sender,
          requested_action: { identifier },
        }),
      );
    expect(pressed('appeal')).toEqual({
      todo: 'press',
      repositoryId: 100,
      number: 7,
      headSha: sha('a'),
      button: 'appeal',
      by: sender,
    });
    expect(pressed('request-changes').todo).toBe('nothing');
  });
  test.each([
    ['another name', { name: 'lint' }],
    ['an external id of somebody else', { external_id: 'ci-4' }],
    ['an external id of another repository', { external_id: 'touchstone:200:7' }],
    ['no external id', { external_id: null }],
  ])('with %s is not ours', (_, change) => {
    const check_run = { name: 'Touchstone', head_sha: sha('a'), external_id: 'touchstone:100:7', ...change };
    expect(
      readDelivery(delivery('check_run', 'rerequested', { installation, repository, check_run })).todo,
    ).toBe('nothing');
  });
});

test.each([
  ['installation', 'created', {}, { todo: 'sweep' }],
  ['installation', 'unsuspend', {}, { todo: 'sweep' }],
  ['installation', 'deleted', {}, { todo: 'leave', leaving: { what: 'installation', id: 1 } }],
  ['installation', 'suspend', {}, { todo: 'leave', leaving: { what: 'installation', id: 1 } }],
  ['installation_repositories', 'added', { repositories_removed: [] }, { todo: 'sweep' }],
  [
    'installation_repositories',
    'removed',
    { repositories_removed: [{ id: 4 }, { id: 5 }] },
    { todo: 'leave', leaving: { what: 'repositories', ids: [4, 5] } },
  ],
  [
    'repository',
    'renamed',
    { repository },
    { todo: 'rename', repositoryId: 100, owner: 'school', repo: 'todo-cli-ada' },
  ],
  ['repository', 'deleted', { repository }, { todo: 'leave', leaving: { what: 'repositories', ids: [100] } }],
  ['repository', 'publicized', { repository }, { todo: 'publicity', repositoryId: 100, isPublic: true }],
  ['repository', 'privatized', { repository }, { todo: 'publicity', repositoryId: 100, isPublic: false }],
  ['repository', 'edited', { repository }, { todo: 'nothing' }],
  ['push', null, {}, { todo: 'nothing' }],
  [
    'issue_comment',
    'created',
    comment('/touchstone help'),
    {
      todo: 'obey',
      pull: pullRequest().pull,
      comment: {
        id: 55,
        by: { id: 9, login: 'grace', type: 'User' },
        body: '/touchstone help',
        createdAt: Date.parse('2026-03-02T09:00:00Z'),
      },
    },
  ],
  ['issue_comment', 'created', comment('I have mended it.'), { todo: 'nothing' }],
  ['issue_comment', 'created', comment('> /touchstone approve'), { todo: 'nothing' }],
  [
    'issue_comment',
    'created',
    comment('/touchstone approve', { updated_at: '2026-03-02T09:00:01Z' }),
    { todo: 'nothing' },
  ],
  [
    'issue_comment',
    'created',
    comment('/touchstone approve', { user: { id: 9, login: 'a[bot]', type: 'Bot' } }),
    { todo: 'nothing' },
  ],
  ['issue_comment', 'created', comment('/touchstone approve', { user: null }), { todo: 'nothing' }],
  ['issue_comment', 'created', { ...comment('/touchstone help'), issue: { number: 7 } }, { todo: 'nothing' }],
  ['issue_comment', 'edited', comment('/touchstone approve'), { todo: 'nothing' }],
  ['issue_comment', 'deleted', comment('/touchstone approve'), { todo: 'nothing' }],
  [
    'issue_comment',
    'edited',
    changedComment('Bot', 'User'),
    { todo: 'restore', pull: pullRequest().pull, changed: 45 },
  ],
  ['issue_comment', 'deleted', changedComment('Bot', 'User'), { todo: 'restore', changed: null }],
  ['issue_comment', 'edited', changedComment('Bot', 'Bot'), { todo: 'nothing' }],
  ['issue_comment', 'edited', changedComment('User', 'User'), { todo: 'nothing' }],
  ['issue_comment', 'deleted', changedComment(null, 'User'), { todo: 'nothing' }],
  [
    'issue_comment',
    'edited',
    { ...changedComment('Bot', 'User'), issue: { number: 7 } },
    { todo: 'nothing' },
  ],
  ['issue_comment', 'created', {}, { todo: 'unreadable' }],
  [
    'pull_request_review',
    'submitted',
    review('approved', 'Good.'),
    {
      todo: 'take-verdict',
      pull: pullRequest().pull,
      given: {
        source: { kind: 'review', id: 44 },
        verdict: {
          by: { id: 9, type: 'User' },
          says: 'mastered',
          sha: sha('a'),
          why: 'Good.',
          at: Date.parse('2026-03-02T09:00:00Z'),
        },
      },
    },
  ],
  [
    'pull_request_review',
    'submitted',
    review('CHANGES_REQUESTED', null),
    { todo: 'take-verdict', given: { verdict: { says: 'not-yet', why: null } } },
  ],
  ['pull_request_review', 'submitted', review('commented', 'Hm.'), { todo: 'hear-review' }],
  ['pull_request_review', 'edited', review('approved', 'Good.'), { todo: 'nothing' }],
  ['pull_request_review', 'dismissed', review('dismissed', 'Good.'), { todo: 'nothing' }],
  ['pull_request_review', 'submitted', {}, { todo: 'unreadable' }],
  ['something_new', null, {}, { todo: 'nothing' }],
] as const)('%s.%s', (event, action, payload, expected) => {
  expect(readDelivery(delivery(event, action, { installation, ...payload }))).toMatchObject(expected);
});

test('a payload that is not what GitHub describes is unreadable, and says where', () => {
  const wrong = delivery('pull_request', 'opened', {
    installation,
    repository,
    pull_request: { number: 'x' },
  });
  expect(readDelivery(wrong)).toEqual({
    todo: 'unreadable',
    why: expect.stringContaining('pull_request.number') as string,
  });
  expect(readDelivery({ ...wrong, payload: null }).todo).toBe('unreadable');
});

const Examples = z.array(
  z.object({ name: z.string(), examples: z.array(z.looseObject({ action: z.string().optional() })) }),
);
const file = createRequire(import.meta.url).resolve('@octokit/webhooks-examples');
const examples = Examples.parse(JSON.parse(readFileSync(file, 'utf8')));

const read = ['pull_request', 'check_run', 'installation', 'installation_repositories', 'repository'];
describe.each(examples.filter(({ name }) => read.includes(name)))(
  "GitHub's own examples of $name",
  ({ name, examples: payloads }) => {
    test('can all be read', () => {
      for (const payload of payloads) {
        // Examples are of repository webhooks; deliveries to an App always say which installation.
        const whole = { installation, ...payload };
        expect(readDelivery(delivery(name, payload.action ?? null, whole)).todo).not.toBe('unreadable');
      }
    });
  },
);
