import { afterAll, beforeAll, expect, test } from 'vitest';
import { hello, openPull, startSchool, type School } from '../school.ts';

let school: School;
let number: number;
beforeAll(async () => {
  school = await startSchool();
  for (const login of ['bo', 'cy']) school.standIn.accounts.user({ login });
  school.standIn.repositories.addCollaborator({ repository: 'school/hello-ada', login: 'bo' });
  ({ number } = await openPull(school));
});
afterAll(async () => {
  await school.close();
});

test('people are told of what is new, whoever is mentioned for the first time of edits, and nobody of themselves', async () => {
  const pull = () => ({ repository: 'school/hello-ada', number });
  const { conversation, look } = school.standIn;
  /** What people were told since this was asked the last time. */
  let seen = 0;
  const told = () => {
    const all = look(pull()).notifications.map(({ to, why }) => `${to}: ${why}`);
    return all.slice(seen, (seen = all.length));
  };
  const { data } = await school.octokit.rest.issues.createComment({
    ...hello,
    issue_number: number,
    body: 'Not yet. See `@cy`, and write to x@bo.example.',
  });
  expect(told()).toEqual(['ada: comment']);
  const edit = (body: string) =>
    school.octokit.rest.issues.updateComment({ ...hello, comment_id: data.id, body });
  await edit('Mastered.');
  expect(told()).toEqual([]);
  await edit('Mastered, says @cy.');
  await edit('Mastered, says @CY, again.');
  expect(told()).toEqual(['cy: mention']);
  conversation.comment({ ...pull(), as: 'bo', body: 'Well done, @ada!' });
  expect(told()).toEqual(['ada: mention']);
  conversation.comment({ ...pull(), as: 'ada', body: 'Thank you.' });
  expect(told()).toEqual(['bo: comment']);
  await school.octokit.rest.pulls.requestReviewers({ ...hello, pull_number: number, reviewers: ['bo'] });
  conversation.review({ ...pull(), as: 'bo', state: 'approved' });
  expect(told()).toEqual(['bo: review-requested', 'ada: review']);
});
