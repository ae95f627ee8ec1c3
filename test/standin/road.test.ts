import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { files, hello, openPull, startSchool, type School } from './school.ts';

let school: School;
beforeEach(async () => {
  school = await startSchool();
});
afterEach(async () => {
  // Whatever a test does, neither side may say a thing that GitHub would not.
  expect(school.standIn.violations.list).toEqual([]);
  await school.close();
});

describe('a pull request goes its way', () => {
  test('a real push opens it, and signed webhooks tell of both', async () => {
    const { number, sha } = await openPull(school);
    const push = await school.receiver.next('push');
    const opened = await school.receiver.next('pull_request', 'opened');
    expect([push.signed, opened.signed]).toEqual([true, true]);
    expect(push.payload).toMatchObject({ ref: 'refs/heads/work', after: sha, created: true });
    expect(opened.payload).toMatchObject({
      number,
      installation: { id: school.installation },
      organization: { login: 'school' },
      pull_request: { head: { sha, ref: 'work' }, draft: false, user: { login: 'ada' }, commits: 1 },
      sender: { login: 'ada' },
    });
    const { data } = await school.octokit.rest.pulls.get({ ...hello, pull_number: number });
    expect(data.head.sha).toBe(sha);
    expect(data.changed_files).toBe(1);
  });

  test('a second push moves its head, and tells from where to where', async () => {
    const { number, sha } = await openPull(school);
    const after = await school.standIn.push({
      repository: 'school/hello-ada',
      branch: 'work',
      as: 'ada',
      files: files({ 'more.js': 'export {};\n' }),
      message: 'More',
    });
    const { payload } = await school.receiver.next('pull_request', 'synchronize');
    expect(payload).toMatchObject({ number, before: sha, after, pull_request: { head: { sha: after } } });
    const ref = await school.octokit.rest.repos.getCommit({ ...hello, ref: `pull/${number}/head` });
    expect(ref.data.sha).toBe(after);
  });

  test('from a fork: its commit is reachable in the base repository', async () => {
    school.standIn.accounts.user({ login: 'bob' });
    await school.standIn.repositories.fork({ repository: 'school/hello-ada', as: 'bob' });
    const sha = await school.standIn.push({
      repository: 'bob/hello-ada',
      branch: 'mine',
      as: 'bob',
      files: files({ 'index.js': 'export const greet = () => "hi";\n' }),
      message: 'Hi',
    });
    const number = await school.standIn.pulls.open({
      repository: 'school/hello-ada',
      as: 'bob',
      head: 'bob:mine',
      title: 'From my fork',
    });
    const { payload } = await school.receiver.next('pull_request', 'opened');
    expect(payload).toMatchObject({
      pull_request: { head: { repo: { full_name: 'bob/hello-ada', fork: true } } },
    });
    const run = await school.octokit.rest.checks.create({ ...hello, name: 'Touchstone', head_sha: sha });
    expect(run.data.pull_requests).toEqual([]);
    school.standIn.repositories.remove({ repository: 'bob/hello-ada' });
    const { data } = await school.octokit.rest.pulls.get({ ...hello, pull_number: number });
    expect(data.head.repo).toBeNull();
  });

  test('draft, ready, closed, reopened, another title', async () => {
    const { number } = await openPull(school, { draft: true });
    const pull = { repository: 'school/hello-ada', number, as: 'ada' };
    const { pulls } = school.standIn;
    await pulls.markReady(pull);
    await pulls.convertToDraft(pull);
    await pulls.editTitle({ ...pull, title: 'A better title' });
    await pulls.close(pull);
    await pulls.reopen(pull);
    await school.standIn.deliveries.idle();
    const told = school.standIn.deliveries.log.filter(({ event }) => event === 'pull_request');
    expect(new Set(told.map(({ action }) => action))).toEqual(
      new Set(['opened', 'ready_for_review', 'converted_to_draft', 'edited', 'closed', 'reopened']),
    );
    const { data } = await school.octokit.rest.pulls.get({ ...hello, pull_number: number });
    expect(data).toMatchObject({ state: 'open', draft: true, title: 'A better title' });
  });

  test('a deleted branch closes it', async () => {
    const { number } = await openPull(school);
    const { git } = await import('../../src/standin/git/git.ts');
    const url = school.standIn.repositories.cloneUrl({ repository: 'school/hello-ada', as: 'ada' });
    await git('.', ['push', '--quiet', url, ':refs/heads/work']);
    await school.receiver.next('pull_request', 'closed');
    const { data } = await school.octokit.rest.pulls.get({ ...hello, pull_number: number });
    expect(data.state).toBe('closed');
  });

  test('the check and the comment of the App', async () => {
    const { number, sha } = await openPull(school);
    const { rest } = school.octokit;
    const run = await rest.checks.create({
      ...hello,
      name: 'Touchstone',
      head_sha: sha,
      status: 'in_progress',
    });
    expect(run.data.pull_requests).toHaveLength(1);
    await rest.checks.update({
      ...hello,
      check_run_id: run.data.id,
      conclusion: 'failure',
      output: {
        title: 'Not yet',
        summary: 'Nearly there.',
        annotations: [
          { path: 'index.js', start_line: 1, end_line: 1, annotation_level: 'warning', message: 'Look here' },
        ],
      },
    });
    const completed = await school.receiver.next('check_run', 'completed');
    expect(completed.payload).toMatchObject({ check_run: { conclusion: 'failure', status: 'completed' } });
    const listed = await rest.checks.listForRef({
      ...hello,
      ref: sha,
      check_name: 'Touchstone',
      app_id: school.app.appId,
    });
    expect(listed.data.check_runs.map(({ conclusion }) => conclusion)).toEqual(['failure']);
    const noted = await rest.checks.listAnnotations({ ...hello, check_run_id: run.data.id });
    expect(noted.data).toHaveLength(1);

    const comment = await rest.issues.createComment({ ...hello, issue_number: number, body: 'First' });
    expect(comment.data.user).toMatchObject({ login: 'touchstone[bot]', type: 'Bot' });
    expect(comment.data.performed_via_github_app?.id).toBe(school.app.appId);
    await rest.issues.updateComment({ ...hello, comment_id: comment.data.id, body: 'Second' });
    school.standIn.conversation.comment({
      repository: 'school/hello-ada',
      number,
      as: 'ada',
      body: 'Thanks',
    });
    const all = await rest.issues.listComments({ ...hello, issue_number: number });
    expect(all.data.map(({ body, user }) => [user?.login, body])).toEqual([
      ['touchstone[bot]', 'Second'],
      ['ada', 'Thanks'],
    ]);
    await rest.issues.deleteComment({ ...hello, comment_id: comment.data.id });
    const left = await rest.issues.listComments({ ...hello, issue_number: number });
    expect(left.data).toHaveLength(1);
  });

  test('re-run, all again, and a button of the App reach the App', async () => {
    const { sha } = await openPull(school);
    const run = await school.octokit.rest.checks.create({
      ...hello,
      name: 'Touchstone',
      head_sha: sha,
      conclusion: 'success',
      external_id: 'abc',
      actions: [{ label: 'Again', description: 'Mark this again', identifier: 'again' }],
    });
    const { checks } = school.standIn;
    checks.rerun({ checkRunId: run.data.id, as: 'ada' });
    checks.press({ checkRunId: run.data.id, as: 'ada', identifier: 'again' });
    await checks.rerunAll({ checkRunId: run.data.id, as: 'ada' });
    const rerequested = await school.receiver.next('check_run', 'rerequested');
    expect(rerequested.payload).toMatchObject({ check_run: { external_id: 'abc', head_sha: sha } });
    const pressed = await school.receiver.next('check_run', 'requested_action');
    expect(pressed.payload).toMatchObject({ requested_action: { identifier: 'again' } });
    await school.receiver.next('check_suite', 'rerequested');
  });

  test('a review', async () => {
    const { number, sha } = await openPull(school);
    const name = { repository: 'school/hello-ada', number };
    school.standIn.conversation.review({ ...name, as: 'tom', state: 'approved', body: 'Well done' });
    const { payload } = await school.receiver.next('pull_request_review', 'submitted');
    expect(payload).toMatchObject({ review: { state: 'approved', commit_id: sha, user: { login: 'tom' } } });
  });

  test('a renamed repository is found where it was', async () => {
    const { number } = await openPull(school);
    school.standIn.repositories.rename({ repository: 'school/hello-ada', to: 'hi-ada', as: 'tom' });
    const { payload } = await school.receiver.next('repository', 'renamed');
    expect(payload).toMatchObject({
      repository: { name: 'hi-ada' },
      changes: { repository: { name: { from: 'hello-ada' } } },
    });
    const { data } = await school.octokit.rest.pulls.get({ ...hello, pull_number: number });
    expect(data.base.repo.full_name).toBe('school/hi-ada');
  });
});
