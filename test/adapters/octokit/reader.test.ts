import { describe, expect, it } from 'vitest';
import type { PullRequestState } from '../../../src/intake/github-reader.ts';
import { hadAHand } from '../../../src/review/involved.ts';
import { secondaryLimit } from '../../../src/standin/faults/kinds.ts';
import { REPOSITORY, startSchool, texts, useSchool } from './school.ts';
import type { School } from './school.ts';

let school: School;
useSchool((started) => {
  school = started;
});

const ref = (number: number) => ({
  installation: school.installation,
  owner: 'school',
  repo: 'hello-ada',
  repositoryId: school.repositoryId,
  number,
});

const open = async (reader = school.gitHub.reader): Promise<PullRequestState[]> => {
  const found: PullRequestState[] = [];
  for await (const state of reader.openPullRequests()) found.push(state);
  return found;
};

describe('one pull request', () => {
  it('is read as it is now', async () => {
    const { pull, headSha } = await school.submit({ 'index.js': '1' }, { draft: true });
    const state = await school.gitHub.reader.pullRequest(pull);
    expect(state).toMatchObject({
      pull: ref(pull.number),
      learner: { login: 'ada' },
      headSha,
      headOwner: 'school',
      headRepo: 'hello-ada',
      draft: true,
      open: true,
    });
    await school.standIn.pulls.markReady({ repository: REPOSITORY, number: pull.number, as: 'ada' });
    await school.standIn.pulls.close({ repository: REPOSITORY, number: pull.number, as: 'ada' });
    expect(await school.gitHub.reader.pullRequest(pull)).toMatchObject({ draft: false, open: false });
  });

  it('is found by the number of its repository, whatever that is called now', async () => {
    const { installation, repositoryId } = school;
    const { reader } = school.gitHub;
    expect(await reader.address({ installation, repositoryId })).toEqual({
      owner: 'school',
      repo: 'hello-ada',
    });
    expect(await reader.address({ installation, repositoryId: repositoryId + 1_000 })).toBeNull();
  });

  it('of another App is nobody’s: an App learns nothing, and has no attempts', async () => {
    const { standIn } = school;
    const other = standIn.apps.register({
      name: 'Renewer',
      owner: 'tom',
      permissions: { contents: 'write', pull_requests: 'write', metadata: 'read' },
      events: [],
    });
    standIn.apps.install({ appId: other.appId, account: 'school' });
    const as = other.bot.login;
    await standIn.push({
      repository: REPOSITORY,
      branch: 'renewed',
      as: 'ada',
      files: texts({ 'package.json': '{}' }),
      message: 'Renew a package',
    });
    const number = await standIn.pulls.open({
      repository: REPOSITORY,
      head: 'renewed',
      title: 'Renew',
      as,
    });
    expect(await school.gitHub.reader.pullRequest(ref(number))).toBeNull();
    expect(await open()).toEqual([]);
  });

  it('says what tells its project: topics, properties, and the branch that it goes into', async () => {
    const { standIn } = school;
    standIn.accounts.user({ login: 'fay' });
    await standIn.repositories.create({
      owner: 'school',
      name: 'class-2026',
      files: texts({ 'README.md': 'x' }),
      collaborators: ['ada'],
    });
    const repository = 'school/class-2026';
    await standIn.push({
      repository,
      branch: 'todo',
      as: 'ada',
      files: texts({ 'a.js': '1' }),
      message: 'x',
    });
    await standIn.repositories.fork({ repository, as: 'fay' });
    const fork = 'fay/class-2026';
    await standIn.push({
      repository: fork,
      branch: 'w',
      as: 'fay',
      files: texts({ 'a.js': '2' }),
      message: 'x',
    });
    const number = await standIn.pulls.open({
      repository,
      as: 'fay',
      head: 'fay:w',
      base: 'todo',
      title: 'x',
    });
    standIn.repositories.describe({ repository, topics: ['project-todo'], properties: { unit: 'todo' } });
    const { reader } = school.connect({ readsProperties: true });
    const [state] = (await open(reader)).filter(({ pull }) => pull.repo === 'class-2026');
    expect(state).toMatchObject({
      learner: { login: 'fay' },
      headOwner: 'fay',
      place: {
        owner: 'school',
        repo: 'class-2026',
        topics: ['project-todo'],
        properties: { unit: ['todo'] },
        into: 'todo',
      },
    });
    expect(await reader.pullRequest({ ...state!.pull, number })).toEqual(state);
    // Where no property tells anything, none is asked for.
    standIn.requests.clear();
    expect((await open()).find(({ pull }) => pull.repo === 'class-2026')?.place.properties).toEqual({});
    expect(standIn.requests.of('repos/custom-properties-for-repos-get-repository-values')).toEqual([]);
    await standIn.pulls.close({ repository, number, as: 'fay' });
  });

  it('is null where there is none, and where the App is not installed', async () => {
    expect(await school.gitHub.reader.pullRequest(ref(4_711))).toBeNull();
    expect(await school.gitHub.reader.pullRequest({ ...ref(1), installation: 999 })).toBeNull();
    expect(await school.gitHub.reader.pullRequest({ ...ref(1), repositoryId: 999_999 })).toBeNull();
  });

  it('is found under its old name after the repository was renamed', async () => {
    const { id } = await school.standIn.repositories.create({
      owner: 'school',
      name: 'old-name',
      files: texts({ 'README.md': 'x' }),
      collaborators: ['ada'],
    });
    await school.standIn.push({
      repository: 'school/old-name',
      branch: 'w',
      as: 'ada',
      files: texts({ a: '1' }),
      message: 'W',
    });
    const number = await school.standIn.pulls.open({
      repository: 'school/old-name',
      as: 'ada',
      head: 'w',
      title: 'Mine',
    });
    school.standIn.repositories.rename({ repository: 'school/old-name', to: 'new-name' });
    const state = await school.gitHub.reader.pullRequest({
      ...ref(number),
      repo: 'old-name',
      repositoryId: id,
    });
    expect(state?.pull).toMatchObject({ repo: 'new-name', repositoryId: id });
  });

  it('says who had a hand in its commits, whatever else the messages say', async () => {
    const staff = school.standIn.accounts.user({ login: 'staff-of-reader' });
    const branch = 'made-by-two';
    const { pull } = await school.submit({ 'a.js': '1' }, { branch });
    await school.standIn.push({
      repository: REPOSITORY,
      branch,
      as: 'ada',
      files: texts({ 'b.js': '2' }),
      message: `Ours\n\nCo-authored-by: Staff <${staff.id}+staff-of-reader@users.noreply.github.com>\nCo-authored-by: X <x@example.org>`,
    });
    const makers = await school.gitHub.reader.makers(pull);
    const ada = (await school.gitHub.reader.pullRequest(pull))?.learner.id;
    for (const id of [ada ?? 0, staff.id]) expect(hadAHand({ id, login: '', emails: [] }, makers)).toBe(true);
    expect(hadAHand({ id: 1, login: 'x', emails: [] }, makers)).toBe(false);
    expect(makers).toContainEqual({ id: null, email: 'x@example.org' });
    // Of each commit as its author and its committer, and once more as one of its authors.
    expect(makers.filter(({ id }) => id === ada)).toHaveLength(6);
  });

  it('names co-authors whose address GitHub alone knows, in any of many commits', async () => {
    const emails = ['grace@home.example'];
    const { id } = school.standIn.accounts.user({ login: 'grace-of-reader', emails });
    const steps = [
      "git commit -q --allow-empty -m 'Ours\n\nCo-authored-by: G <nobody@home.example>'",
      'for n in $(seq 101); do git commit -q --allow-empty -m "Step $n"; done',
      'git commit -q --allow-empty -m "Ours" -m "Co-authored-by: G <grace@home.example>"',
    ];
    const { pull } = await school.submitByGit(steps.join('\n'));
    const makers = await school.gitHub.reader.makers(pull);
    expect(hadAHand({ id, login: 'grace-of-reader', emails: [] }, makers)).toBe(true);
  });

  it.each([
    ['NOT_FOUND', 'github.gone'],
    ['FORBIDDEN', 'github.forbidden'],
    ['SOMETHING_ELSE', 'github.unavailable'],
  ])('names nobody where GitHub cannot be asked for the authors: %s', async (type, code) => {
    const { pull } = await school.submit({ 'index.js': type });
    const body = { data: null, errors: [{ type, message: 'of school/hello-ada' }] };
    school.standIn.faults.add({ path: /graphql/, status: 200, body });
    const failed = school.gitHub.reader.makers(pull);
    await expect(failed).rejects.toMatchObject({ code });
    await expect(failed).rejects.not.toThrow('hello-ada');
  });

  it('reads on after its token was withdrawn', async () => {
    const { pull } = await school.submit({ 'index.js': '2' });
    school.standIn.faults.add({ path: '/repos/{owner}/{repo}/pulls/{pull_number}', status: 401 });
    school.standIn.requests.clear();
    expect(await school.gitHub.reader.pullRequest(pull)).not.toBeNull();
    // Another token was asked for.
    expect(school.standIn.requests.of('apps/create-installation-access-token')).toHaveLength(1);
  });
});

describe('what was said', () => {
  const words = (pull: ReturnType<typeof ref>, kind: 'comment' | 'review', id: number) =>
    school.gitHub.reader.wordsOf(pull, { kind, id });

  it('is read as it says now, and is null where it is gone', async () => {
    const { pull } = await school.submit({ 'index.js': 'said' });
    const { conversation } = school.standIn;
    const at = { repository: REPOSITORY, number: pull.number, as: 'ada' };
    const comment = conversation.comment({ ...at, body: '/touchstone help' });
    expect(await words(pull, 'comment', comment)).toBe('/touchstone help');
    conversation.edit({ id: comment, as: 'ada', body: 'Never mind.' });
    expect(await words(pull, 'comment', comment)).toBe('Never mind.');
    conversation.remove({ id: comment, as: 'ada' });
    expect(await words(pull, 'comment', comment)).toBeNull();

    const review = conversation.review({ ...at, as: 'tom', state: 'approved' });
    expect(await words(pull, 'review', review)).toBe('');
    conversation.editReview({ id: review, as: 'tom', body: 'Or not.' });
    expect(await words(pull, 'review', review)).toBe('Or not.');
    expect(await words(pull, 'review', 1)).toBeNull();
    expect(await words({ ...pull, number: 1 }, 'review', review)).toBeNull();
  });
});

describe('tokens', () => {
  it('are of the least permissions, reach one repository, and are used again', async () => {
    const { pull } = await school.submit({ 'index.js': '3' });
    school.standIn.requests.clear();
    const { reader } = school.connect();
    for (let i = 0; i < 3; i += 1) await reader.pullRequest(pull);
    const asked = school.standIn.requests.of('apps/create-installation-access-token');
    expect(asked.map(({ body }) => body)).toEqual([
      {
        repository_ids: [school.repositoryId],
        permissions: { checks: 'write', contents: 'read', metadata: 'read', pull_requests: 'write' },
      },
    ]);
  });
});

describe('every open pull request', () => {
  it('is listed, of every repository that concerns us', async () => {
    const bob = await startSchool();
    try {
      for (let i = 0; i < 3; i += 1) await bob.submit({ 'index.js': String(i) });
      const closed = await bob.submit({ 'index.js': 'closed' });
      await bob.standIn.pulls.close({ repository: REPOSITORY, number: closed.pull.number, as: 'ada' });
      await bob.standIn.repositories.create({ owner: 'school', name: 'other', files: texts({ a: '1' }) });
      const found = await open(bob.gitHub.reader);
      expect(found.map(({ pull }) => pull.number).sort()).toEqual([1, 2, 3]);

      bob.standIn.requests.clear();
      const none = await open(bob.connect({ concerns: ({ repo }) => repo === 'other' }).reader);
      expect(none).toEqual([]);
      expect(bob.standIn.requests.of('pulls/list').map(({ path }) => path)).toEqual([
        '/repos/school/other/pulls',
      ]);
    } finally {
      await bob.close();
    }
  });

  it('is listed for the other installations where one cannot be read; then the failure is told', async () => {
    const { accounts, apps, repositories, faults } = school.standIn;
    accounts.user({ login: 'eve' });
    await repositories.create({ owner: 'eve', name: 'hello-eve', files: texts({ a: '1' }) });
    apps.install({ appId: school.app.appId, account: 'eve' });
    await school.submit({ 'index.js': '4' });
    // The first installation that is read is the school's.
    faults.add(secondaryLimit({ path: '/installation/repositories' }, 3_600));
    const found: PullRequestState[] = [];
    const reading = (async () => {
      for await (const state of school.connect().reader.openPullRequests()) found.push(state);
    })();
    await expect(reading).rejects.toMatchObject({ code: 'github.rate-limited' });
    expect(school.standIn.requests.list.some(({ path }) => path === '/repos/eve/hello-eve/pulls')).toBe(true);
  });
});
