import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hello, openPull, startSchool, type School } from '../school.ts';

let school: School;
let number: number;
beforeAll(async () => {
  school = await startSchool();
  ({ number } = await openPull(school));
});
afterAll(async () => {
  expect(school.standIn.violations.list).toEqual([]);
  await school.close();
});

const say = (body: string) =>
  school.octokit.rest.issues.createComment({ ...hello, issue_number: number, body });

describe('a comment', () => {
  test('has at most 65,536 characters, and at least one', async () => {
    expect((await say('x'.repeat(65_536))).status).toBe(201);
    await expect(say('x'.repeat(65_537))).rejects.toMatchObject({ status: 422 });
    await expect(say('  \n')).rejects.toMatchObject({ status: 422 });
  });

  test('of a person is not the App’s to change', async () => {
    const id = school.standIn.conversation.comment({
      repository: 'school/hello-ada',
      number,
      as: 'ada',
      body: 'Mine',
    });
    const at = { ...hello, comment_id: id };
    await expect(school.octokit.rest.issues.updateComment({ ...at, body: 'Ours' })).rejects.toMatchObject({
      status: 403,
    });
    await expect(school.octokit.rest.issues.deleteComment(at)).rejects.toMatchObject({ status: 403 });
    expect((await school.octokit.rest.issues.getComment(at)).data.body).toBe('Mine');
  });

  test('that someone deleted is gone', async () => {
    const { data } = await say('Soon gone');
    school.standIn.conversation.remove({ id: data.id, as: 'tom' });
    const at = { ...hello, comment_id: data.id };
    await expect(school.octokit.rest.issues.updateComment({ ...at, body: 'x' })).rejects.toMatchObject({
      status: 404,
    });
  });

  test('cannot be made on a locked pull request, nor on one that does not exist', async () => {
    const nowhere = school.octokit.rest.issues.createComment({ ...hello, issue_number: 99, body: 'x' });
    await expect(nowhere).rejects.toMatchObject({ status: 404 });
    school.standIn.pulls.lock({ repository: 'school/hello-ada', number });
    await expect(say('Too late')).rejects.toMatchObject({ status: 403 });
  });
});
