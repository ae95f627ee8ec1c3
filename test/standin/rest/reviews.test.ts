import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hello, openPull, startSchool, type School } from '../school.ts';

let school: School;
let number: number;
let sha: string;
const pull = () => ({ repository: 'school/hello-ada', number });
const at = () => ({ ...hello, pull_number: number });
const rest = () => school.octokit.rest.pulls;
const requested = () => school.standIn.look(pull()).requested;

beforeAll(async () => {
  school = await startSchool();
  school.standIn.accounts.user({ login: 'bo' });
  school.standIn.accounts.user({ login: 'stranger' });
  school.standIn.repositories.addCollaborator({ repository: 'school/hello-ada', login: 'bo' });
  ({ number, sha } = await openPull(school));
});
afterAll(async () => {
  expect(school.standIn.violations.list).toEqual([]);
  await school.close();
});

describe('a request for a review', () => {
  test('is made once, told to the App, and settled by the review', async () => {
    const { data } = await rest().requestReviewers({ ...at(), reviewers: ['bo'] });
    expect(data.requested_reviewers?.map(({ login }) => login)).toEqual(['bo']);
    await rest().requestReviewers({ ...at(), reviewers: ['bo'] });
    const hook = await school.receiver.next('pull_request', 'review_requested');
    expect(hook.payload).toMatchObject({ requested_reviewer: { login: 'bo' }, pull_request: { number } });
    await school.standIn.deliveries.idle();
    expect(school.receiver.hooks.filter(({ action }) => action === 'review_requested')).toHaveLength(1);

    school.standIn.conversation.review({ ...pull(), as: 'bo', state: 'commented', body: 'Why a loop?' });
    expect(requested()).toEqual([]);
  });

  test('can be taken back, also where there is none', async () => {
    await rest().requestReviewers({ ...at(), reviewers: ['bo'] });
    await rest().removeRequestedReviewers({ ...at(), reviewers: ['bo'] });
    await school.receiver.next('pull_request', 'review_request_removed');
    expect(requested()).toEqual([]);
    expect((await rest().removeRequestedReviewers({ ...at(), reviewers: ['bo'] })).status).toBe(200);
  });

  test.each(['ada', 'stranger', 'nobody-at-all'])('is refused for %s', async (login) => {
    const asked = rest().requestReviewers({ ...at(), reviewers: ['bo', login] });
    await expect(asked).rejects.toMatchObject({ status: 422 });
    expect(requested()).toEqual([]);
  });
});

test('an account is known by its number, whatever it is called', async () => {
  const { id } = school.standIn.accounts.user({ login: 'before' });
  school.standIn.accounts.rename({ login: 'before', to: 'after' });
  const { data } = await school.octokit.request('GET /user/{account_id}', { account_id: id });
  expect(data.login).toBe('after');
  await expect(school.octokit.request('GET /user/{account_id}', { account_id: 1 })).rejects.toMatchObject({
    status: 404,
  });
});

test('a review has remarks on lines, which are asked for apart', async () => {
  const remarks = [{ path: 'index.js', line: 1, body: 'What if nobody is there?' }];
  const id = school.standIn.conversation.review({ ...pull(), as: 'bo', state: 'approved', remarks, of: sha });
  const { data } = await rest().listCommentsForReview({ ...at(), review_id: id });
  expect(data).toMatchObject([{ body: 'What if nobody is there?', path: 'index.js', commit_id: sha }]);
  await expect(rest().listCommentsForReview({ ...at(), review_id: 1 })).rejects.toMatchObject({
    status: 404,
  });
});
