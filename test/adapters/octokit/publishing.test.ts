import { describe, expect, it } from 'vitest';
import { CHECK_NAME, readCheckExternalId } from '../../../src/domain/check.ts';
import type { Annotation, Report } from '../../../src/domain/report.ts';
import type { Submission } from '../../../src/domain/submission.ts';
import { COMMENT_MARKER } from '../../../src/report/marker.ts';
import { createPublisher } from '../../../src/report/publish.ts';
import { lostAnswer, primaryLimit, secondaryLimit } from '../../../src/standin/faults/kinds.ts';
import { REPOSITORY, startSchool, texts, useSchool } from './school.ts';
import type { School } from './school.ts';

let school: School;
useSchool((started) => {
  school = started;
});

const CHECK_RUNS = '/repos/{owner}/{repo}/check-runs';
const COMMENTS = '/repos/{owner}/{repo}/issues/{issue_number}/comments';

const remark = (line: number): Annotation => ({
  path: 'index.js',
  startLine: line,
  endLine: line,
  level: 'warning',
  title: 'Count to the end',
  message: 'Find out about off-by-one errors.',
});

const running: Report = {
  check: {
    status: 'in_progress',
    conclusion: null,
    title: 'Being marked',
    summary: 'Tests are running.',
    text: null,
    annotations: [],
  },
  comment: null,
};

const notYet = (annotations: Annotation[] = []): Report => ({
  check: {
    status: 'completed',
    conclusion: 'failure',
    title: 'Not yet: one thing to do next',
    summary: '**One thing.**',
    text: 'More of it.',
    annotations,
  },
  comment: `${COMMENT_MARKER}\n### Not yet\nOne thing.`,
});

const allowed = () => Promise.resolve(true);

/** Publishes with a client of its own: limits that one test ran into are not known to the next. */
const publish = (submission: Submission, report: Report, gitHub = school.connect()) =>
  createPublisher(gitHub.writer, { pause: () => Promise.resolve() }).publish(submission, report, allowed);

/** What is on GitHub, as our writer sees it. */
async function onGitHub({ pull, headSha }: Submission) {
  const { writer } = school.connect();
  const checks = await writer.checks(pull, headSha);
  const annotations = checks[0] === undefined ? [] : await writer.annotations(pull, checks[0].id);
  return { checks, annotations, comments: await writer.comments(pull) };
}

const written = (method: string) =>
  school.standIn.requests.list.filter((each) => each.method === method && each.status > 0);

describe('a publication on GitHub', () => {
  it('shows the check while it runs, then its conclusion, and one comment', async () => {
    const submission = await school.submit({ 'index.js': 'p1' });
    expect(await publish(submission, running)).toBe('published');
    expect(await publish(submission, notYet())).toBe('published');
    const { checks, comments } = await onGitHub(submission);
    expect(checks).toEqual([
      {
        id: checks[0]!.id,
        status: 'completed',
        conclusion: 'failure',
        title: 'Not yet: one thing to do next',
        summary: '**One thing.**',
        text: 'More of it.',
        annotations: 0,
      },
    ]);
    expect(comments.map(({ body }) => body)).toEqual([notYet().comment]);
  });

  it('says in the check which pull request it belongs to', async () => {
    const submission = await school.submit({ 'index.js': 'p2' });
    school.standIn.requests.clear();
    await publish(submission, running);
    const [request] = school.standIn.requests.of('checks/create');
    const { name, external_id: id } = request!.body as { name: string; external_id: string };
    expect(name).toBe(CHECK_NAME);
    expect(readCheckExternalId(id)).toEqual({
      repositoryId: school.repositoryId,
      number: submission.pull.number,
    });
    expect(readCheckExternalId('somebody:else')).toBeNull();
  });

  it('writes nothing the second time', async () => {
    const submission = await school.submit({ 'index.js': 'p3' });
    await publish(submission, notYet([remark(1)]));
    school.standIn.requests.clear();
    expect(await publish(submission, notYet([remark(1)]))).toBe('published');
    expect([...written('POST'), ...written('PATCH')].map(({ operation }) => operation)).toEqual([
      'apps/create-installation-access-token',
    ]);
  });

  it('goes back to running when it is marked again', async () => {
    const submission = await school.submit({ 'index.js': 'p4' });
    await publish(submission, notYet());
    await publish(submission, running);
    const { checks } = await onGitHub(submission);
    expect(checks.map(({ status, conclusion }) => [status, conclusion])).toEqual([['in_progress', null]]);
  });

  it('puts 120 annotations there, each once, although answers are lost on the way', async () => {
    const submission = await school.submit({ 'index.js': 'line\n'.repeat(130) });
    const report = notYet(Array.from({ length: 120 }, (_, i) => remark(i + 1)));
    school.standIn.faults.add(lostAnswer({ method: 'POST', path: CHECK_RUNS }));
    school.standIn.faults.add(lostAnswer({ method: 'PATCH', path: `${CHECK_RUNS}/{check_run_id}` }));
    expect(await publish(submission, report)).toBe('published');
    const { checks, annotations } = await onGitHub(submission);
    expect(checks).toHaveLength(1);
    expect(annotations.map(({ startLine }) => startLine)).toEqual(
      Array.from({ length: 120 }, (_, i) => i + 1),
    );
  });

  it('shows a check on the head commit of a fork', async () => {
    const { standIn } = school;
    standIn.accounts.user({ login: 'bob' });
    await standIn.repositories.fork({ repository: REPOSITORY, as: 'bob' });
    await standIn.push({
      repository: 'bob/hello-ada',
      branch: 'mine',
      as: 'bob',
      files: texts({ 'index.js': 'bob' }),
      message: 'Mine',
    });
    const number = await standIn.pulls.open({
      repository: REPOSITORY,
      as: 'bob',
      head: 'bob:mine',
      title: 'Mine',
    });
    const submission = await school.submissionOf(number);
    expect(submission.headOwner).toBe('bob');
    expect(await publish(submission, notYet())).toBe('published');
    expect((await onGitHub(submission)).checks).toHaveLength(1);
  });
});

describe('an answer that was lost', () => {
  it.each<[string, string]>([
    ['of the check', CHECK_RUNS],
    ['of the comment', COMMENTS],
  ])('%s does not double anything', async (_name, path) => {
    const submission = await school.submit({ 'index.js': `lost ${path}` });
    school.standIn.faults.add(lostAnswer({ method: 'POST', path }));
    expect(await publish(submission, notYet())).toBe('published');
    const { checks, comments } = await onGitHub(submission);
    expect([checks.length, comments.length]).toEqual([1, 1]);
  });

  it.each<[string, string]>([
    ['of the check', CHECK_RUNS],
    ['of the comment', COMMENTS],
  ])('%s is made up for where nothing was done', async (_name, path) => {
    const submission = await school.submit({ 'index.js': `undone ${path}` });
    school.standIn.faults.add({ method: 'POST', path, dropConnection: true });
    school.standIn.faults.add({ method: 'POST', path, status: 502 });
    expect(await publish(submission, notYet())).toBe('published');
    const { checks, comments } = await onGitHub(submission);
    expect([checks.length, comments.length]).toEqual([1, 1]);
  });
});

describe('limits', () => {
  it('a short one is waited for', async () => {
    const submission = await school.submit({ 'index.js': 'l1' });
    school.standIn.faults.add(secondaryLimit({ method: 'POST', path: CHECK_RUNS }, 1));
    school.pauses.length = 0;
    expect(await publish(submission, running)).toBe('published');
    expect(school.pauses).toEqual([1_000]);
  });

  it('a long one says when to come back, and no call is made until then', async () => {
    const submission = await school.submit({ 'index.js': 'l2' });
    let now = Date.now();
    const gitHub = school.connect({ clock: { now: () => now } });
    const resetAt = Math.ceil(now / 1000) * 1000 + 600_000;
    school.standIn.faults.add(primaryLimit({ method: 'POST', path: CHECK_RUNS }, resetAt));
    const refused = { code: 'github.rate-limited', retryAt: resetAt + 1_000 };
    await expect(publish(submission, running, gitHub)).rejects.toMatchObject(refused);

    school.standIn.requests.clear();
    await expect(publish(submission, running, gitHub)).rejects.toMatchObject(refused);
    expect(
      school.standIn.requests.list.filter(
        ({ operation }) => operation !== 'apps/create-installation-access-token',
      ),
    ).toEqual([]);

    now = resetAt + 1_000;
    expect(await publish(submission, running, gitHub)).toBe('published');
  });
});

describe('what people do meanwhile', () => {
  it('a comment that somebody deleted is made anew, and one that somebody changed is mended', async () => {
    const submission = await school.submit({ 'index.js': 'm1' });
    await publish(submission, notYet());
    const [first] = (await onGitHub(submission)).comments;
    school.standIn.conversation.edit({
      id: first!.id,
      as: 'tom',
      body: `${COMMENT_MARKER}\nMastered, trust me.`,
    });
    await publish(submission, notYet());
    expect((await onGitHub(submission)).comments).toEqual([{ id: first!.id, body: notYet().comment }]);

    school.standIn.conversation.remove({ id: first!.id, as: 'tom' });
    await publish(submission, notYet());
    const { comments } = await onGitHub(submission);
    expect(comments.map(({ body }) => body)).toEqual([notYet().comment]);
    expect(comments[0]!.id).not.toBe(first!.id);
  });

  it("a learner's comment with our marker is not ours", async () => {
    const submission = await school.submit({ 'index.js': 'm2' });
    const { number } = submission.pull;
    const body = `${COMMENT_MARKER}\nMastered!`;
    school.standIn.conversation.comment({ repository: REPOSITORY, number, as: 'ada', body });
    await publish(submission, notYet());
    expect((await onGitHub(submission)).comments.map((each) => each.body)).toEqual([notYet().comment]);
    expect(
      school.standIn.requests.of('issues/update-comment').filter(({ status }) => status !== 200),
    ).toEqual([]);
  });

  it('a comment of another App with our marker is not ours', async () => {
    const submission = await school.submit({ 'index.js': 'm3' });
    const other = school.standIn.apps.register({
      name: 'Other',
      owner: 'tom',
      permissions: { checks: 'write', pull_requests: 'write', contents: 'read', metadata: 'read' },
      events: [],
    });
    const installation = school.standIn.apps.install({ appId: other.appId, account: 'school' });
    const theirs = school.connect({ appId: other.appId, privateKey: other.privateKey });
    const pull = { ...submission.pull, installation };
    await publish({ ...submission, pull }, notYet(), theirs);
    expect(await onGitHub(submission)).toMatchObject({ checks: [], comments: [] });

    expect(await publish(submission, notYet())).toBe('published');
    expect((await onGitHub(submission)).checks).toHaveLength(1);
    expect(await theirs.writer.comments(pull)).toHaveLength(1);
  });

  it('comments are found beyond the first hundred', async () => {
    const submission = await school.submit({ 'index.js': 'm4' });
    const { number } = submission.pull;
    for (let i = 0; i < 105; i += 1) {
      school.standIn.conversation.comment({
        repository: REPOSITORY,
        number,
        as: 'ada',
        body: `thought ${i}`,
      });
    }
    await publish(submission, running);
    await publish(submission, notYet());
    await publish(submission, { ...notYet(), comment: `${COMMENT_MARKER}\nAgain.` });
    expect((await onGitHub(submission)).comments.map(({ body }) => body)).toEqual([
      `${COMMENT_MARKER}\nAgain.`,
    ]);
  });

  it('a newer push is not spoken over', async () => {
    const submission = await school.submit({ 'index.js': 'm5' }, { branch: 'pushed-on' });
    await school.standIn.push({
      repository: REPOSITORY,
      branch: 'pushed-on',
      as: 'ada',
      files: texts({ 'index.js': 'newer' }),
      message: 'Newer',
    });
    expect(await publish(submission, notYet())).toBe('outdated');
    expect(await onGitHub(submission)).toMatchObject({ checks: [], comments: [] });
  });
});

describe('what is closed to us', () => {
  it('a locked conversation takes the check alone', async () => {
    const submission = await school.submit({ 'index.js': 'c1' });
    school.standIn.pulls.lock({ repository: REPOSITORY, number: submission.pull.number });
    expect(await publish(submission, notYet())).toBe('check-only');
    expect((await onGitHub(submission)).checks).toHaveLength(1);
  });

  it('a deleted repository, and an App that was taken off, are outcomes and not crashes', async () => {
    const other = await startSchool();
    try {
      const submission = await other.submit({ 'index.js': 'c2' });
      const taken = createPublisher(other.gitHub.writer, { pause: () => Promise.resolve() });
      other.standIn.repositories.remove({ repository: REPOSITORY });
      expect(await taken.publish(submission, notYet(), allowed)).toBe('unreachable');
      other.standIn.apps.uninstall({ installation: other.installation });
      const { writer } = other.connect();
      const fresh = createPublisher(writer, { pause: () => Promise.resolve() });
      expect(await fresh.publish(submission, notYet(), allowed)).toBe('unreachable');
    } finally {
      await other.close();
    }
  });

  it('an App without the permission is an outcome and not a crash', async () => {
    const submission = await school.submit({ 'index.js': 'c3' });
    const poor = school.standIn.apps.register({
      name: 'Poor',
      owner: 'tom',
      permissions: { contents: 'read', metadata: 'read' },
      events: [],
    });
    const installation = school.standIn.apps.install({ appId: poor.appId, account: 'school' });
    const { writer } = school.connect({ appId: poor.appId, privateKey: poor.privateKey });
    const publisher = createPublisher(writer, { pause: () => Promise.resolve() });
    const pull = { ...submission.pull, installation };
    expect(await publisher.publish({ ...submission, pull }, notYet(), allowed)).toBe('unreachable');
  });
});
