import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { hello, openPull, startSchool, type School } from '../school.ts';

let school: School;
let sha: string;
let number: number;
let token: string;
beforeAll(async () => {
  school = await startSchool();
  ({ number, sha } = await openPull(school));
  const { data } = await school.appOctokit.rest.apps.createInstallationAccessToken({
    installation_id: school.installation,
  });
  ({ token } = data);
});
afterEach(() => {
  school.standIn.violations.clear();
});
afterAll(async () => {
  await school.close();
});

const kinds = () => school.standIn.violations.list.map(({ kind }) => kind);

function send(
  method: string,
  path: string,
  body?: string,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${school.standIn.apiUrl}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'user-agent': 'test', ...headers },
    ...(body === undefined ? {} : { body }),
  });
}

const runs = '/repos/school/hello-ada/check-runs';
const run = (more: object) => JSON.stringify({ name: 'Touchstone', head_sha: sha, ...more });

describe('a call that GitHub would refuse is refused, and kept', () => {
  test('a call that nobody knows', async () => {
    const response = await send('GET', '/repos/school/hello-ada/stargazers');
    expect(response.status).toBe(404);
    expect(school.standIn.violations.list).toMatchObject([
      { kind: 'unknown-route', where: 'GET /repos/school/hello-ada/stargazers' },
    ]);
  });

  test.each([
    ['a conclusion that does not exist', { conclusion: 'mastered' }],
    ['a field that does not exist', { mark: 7 }],
    ['a field that does not exist, further in', { output: { title: 'a', summary: 'b', mark: 7 } }],
    ['a summary of 65,536 characters', { output: { title: 'a', summary: 'x'.repeat(65_536) } }],
    ['no title in the output', { output: { summary: 'b' } }],
    [
      'four buttons',
      {
        actions: Array.from({ length: 4 }, (_, at) => ({
          label: 'a',
          description: 'b',
          identifier: `${at}`,
        })),
      },
    ],
    ['a button with 21 letters', { actions: [{ label: 'x'.repeat(21), description: 'b', identifier: 'c' }] }],
    [
      '51 annotations',
      {
        output: {
          title: 'a',
          summary: 'b',
          annotations: Array.from({ length: 51 }, () => ({
            path: 'index.js',
            start_line: 1,
            end_line: 1,
            annotation_level: 'notice',
            message: 'c',
          })),
        },
      },
    ],
    ['a time that is none', { started_at: 'yesterday' }],
  ])('%s', async (_, more) => {
    expect((await send('POST', runs, run(more))).status).toBe(422);
    expect(kinds()).toEqual(['request']);
  });

  test('a value of the query that does not fit', async () => {
    expect((await send('GET', '/repos/school/hello-ada/pulls?state=merged')).status).toBe(422);
    expect((await send('GET', '/repos/school/hello-ada/pulls?stat=open')).status).toBe(422);
    expect(kinds()).toEqual(['request', 'request']);
  });
});

describe('other faults of form are answered as GitHub answers them', () => {
  test('broken JSON, and JSON that is no object', async () => {
    const broken = await send('POST', runs, '{"name": ');
    expect([broken.status, await broken.json()]).toMatchObject([400, { message: 'Problems parsing JSON' }]);
    expect((await send('POST', runs, '[]')).status).toBe(400);
  });

  test('an unknown version, an odd Accept header', async () => {
    expect(
      (await send('GET', '/rate_limit', undefined, { 'x-github-api-version': '1999-01-01' })).status,
    ).toBe(400);
    expect((await send('GET', '/rate_limit', undefined, { accept: 'image/png' })).status).toBe(415);
  });

  test('what cannot be the number of anything is not found', async () => {
    expect((await send('GET', '/repos/school/hello-ada/pulls/first')).status).toBe(404);
    expect(kinds()).toEqual([]);
  });
});

describe('headers', () => {
  test('every answer has an id and says how much is left', async () => {
    const response = await send('GET', `/repos/school/hello-ada/pulls/${number}`);
    expect(response.headers.get('x-github-request-id')).toMatch(/^[0-9A-F-]{36}$/);
    expect(response.headers.get('x-ratelimit-limit')).toBe('5000');
    expect(Number(response.headers.get('x-ratelimit-remaining'))).toBeLessThan(5000);
    expect(response.headers.get('x-ratelimit-resource')).toBe('core');
  });

  test('what has not changed is not sent again', async () => {
    const path = `/repos/school/hello-ada/pulls/${number}`;
    const first = await send('GET', path);
    const etag = first.headers.get('etag') ?? '';
    const again = await send('GET', path, undefined, { 'if-none-match': etag });
    expect([again.status, await again.text()]).toEqual([304, '']);
    await school.octokit.rest.issues.createComment({ ...hello, issue_number: number, body: 'News' });
    expect((await send('GET', path, undefined, { 'if-none-match': etag })).status).toBe(200);
  });
});

test('the log tells what was asked and answered', async () => {
  school.standIn.requests.clear();
  await school.octokit.rest.checks.create({ ...hello, name: 'Logged', head_sha: sha });
  expect(school.standIn.requests.of('checks/create')).toMatchObject([
    {
      method: 'POST',
      path: runs,
      caller: `installation ${school.installation}`,
      body: { name: 'Logged' },
      status: 201,
      reply: { name: 'Logged' },
    },
  ]);
});
