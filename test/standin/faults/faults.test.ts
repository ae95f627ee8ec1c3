import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { lostAnswer, primaryLimit, secondaryLimit } from '../../../src/standin/faults/kinds.ts';
import { hello, openPull, startSchool, type School } from '../school.ts';

let school: School;
let number: number;
beforeAll(async () => {
  school = await startSchool({ limits: { contentPerMinute: 5 } });
  ({ number } = await openPull(school));
});
afterEach(() => {
  school.standIn.faults.clear();
});
afterAll(async () => {
  expect(school.standIn.violations.list).toEqual([]);
  await school.close();
});

const template = '/repos/{owner}/{repo}/issues/{issue_number}/comments';
const say = (body: string) =>
  school.octokit.rest.issues.createComment({ ...hello, issue_number: number, body });
const bodies = async () =>
  (await school.octokit.rest.issues.listComments({ ...hello, issue_number: number })).data.map(
    ({ body }) => body,
  );

describe('faults on demand', () => {
  test('an answer that is lost: 502, and yet it worked', async () => {
    school.standIn.faults.add(lostAnswer({ method: 'POST', path: template }));
    await expect(say('Heard')).rejects.toMatchObject({ status: 502 });
    expect(await bodies()).toEqual(['Heard']);
  });

  test('an answer that fails before anything was done', async () => {
    school.standIn.faults.add({ method: 'POST', path: template, status: 503 });
    await expect(say('Unheard')).rejects.toMatchObject({ status: 503 });
    expect(await bodies()).toEqual(['Heard']);
  });

  test('GitHub’s secondary and primary limits', async () => {
    school.standIn.faults.add(secondaryLimit({ path: template }, 7));
    await expect(bodies()).rejects.toMatchObject({
      status: 403,
      response: { headers: { 'retry-after': '7' } },
    });
    const resetAt = Date.now() + 60_000;
    school.standIn.faults.add(primaryLimit({ path: template }, resetAt));
    await expect(bodies()).rejects.toMatchObject({
      status: 403,
      response: {
        headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Math.ceil(resetAt / 1000)) },
      },
    });
    expect(await bodies()).toEqual(['Heard']);
  });

  test('a connection that is reset, and an answer that takes its time', async () => {
    school.standIn.faults.add({ path: /comments$/, dropConnection: true });
    await expect(bodies()).rejects.toMatchObject({ status: 500, name: 'HttpError' });
    school.standIn.faults.add({ path: `/repos/school/hello-ada/issues/${number}/comments`, delayMs: 300 });
    const started = performance.now();
    expect(await bodies()).toEqual(['Heard']);
    expect(performance.now() - started).toBeGreaterThanOrEqual(290);
  });

  test('as often as asked, and never for other calls', async () => {
    school.standIn.faults.add({ method: 'DELETE', times: 2, status: 500 });
    expect(await bodies()).toEqual(['Heard']);
    const gone = () => school.octokit.rest.issues.deleteComment({ ...hello, comment_id: 1 });
    await expect(gone()).rejects.toMatchObject({ status: 500 });
    await expect(gone()).rejects.toMatchObject({ status: 500 });
    await expect(gone()).rejects.toMatchObject({ status: 404 });
  });
});

test('too much content in a minute meets the secondary limit by itself', async () => {
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, at) =>
      say(`Comment ${at}`).then(
        () => 201,
        (error: unknown) => (error as { status: number }).status,
      ),
    ),
  );
  expect(answers.filter((status) => status === 403).length).toBeGreaterThanOrEqual(3);
});
