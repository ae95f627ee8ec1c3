import { beforeEach, describe, expect, test } from 'vitest';
import type { RepositoryMaker } from '../../../src/opening/repository-maker.ts';
import { texts, useSchool, type School } from './school.ts';

let school: School;
useSchool((each) => (school = each));

let maker: RepositoryMaker;
let count = 0;
let name: { owner: string; repo: string };
const picture = new Uint8Array([0xff, 0xd8, 0x00, 0xfe]);
const starter = new Map([
  ...texts({ 'README.md': '# Sums\n', 'src/index.js': 'export {};\n' }),
  ['picture.jpg', picture] as const,
]);
const message = 'Begin with the starter of "Sums"';
const about = { isPrivate: true, description: 'A program that adds.' };

beforeEach(() => {
  maker = school.gitHub.repositoryMaker;
  name = { owner: 'school', repo: `sums-${(count += 1)}` };
});

const branches = (repo = name.repo) =>
  school.standIn.repositories.tip({ repository: `school/${repo}`, branch: 'main' });
/** What a learner hands in who has added one file to the starter. */
async function filesOnTopOf(commit: string) {
  const repository = `school/${name.repo}`;
  const { standIn } = school;
  await standIn.push({ repository, branch: 'w', as: 'ada', files: texts({ 'x.txt': 'x' }), message: 'x' });
  const number = await standIn.pulls.open({ repository, as: 'ada', head: 'w', title: 'x' });
  const { pull, headSha } = (await read(number))!;
  const submission = {
    pull,
    learner: { id: 1, login: 'ada' },
    project: 'sums',
    headSha,
    headOwner: 'school',
    headRepo: name.repo,
    draft: false,
  };
  await standIn.pulls.close({ repository, number, as: 'ada' });
  expect(commit).toMatch(/^[0-9a-f]{40}$/);
  return (await school.gitHub.source.fetch(submission)).files;
}
const read = async (number: number) => {
  const { repositoryId } = await maker.make(name, about);
  return school.gitHub.reader.pullRequest({
    installation: school.installation,
    ...name,
    repositoryId,
    number,
  });
};

describe('a repository for a learner', () => {
  test('is made once, with the starter and nothing else in it, however often it is asked for', async () => {
    const made = await maker.make(name, about);
    expect(made).toMatchObject({ ...name, branch: 'main' });
    expect(await maker.make(name, about)).toEqual(made);
    const sha = await maker.fill(made, { files: starter, message });
    expect(await branches()).toBe(sha);
    expect(await maker.fill(made, { files: starter, message })).toBe(sha);
    await maker.invite(made, 'ada');
    await maker.invite(made, 'ada');
    const files = await filesOnTopOf(sha ?? '');
    expect([...files.keys()].sort()).toEqual(['README.md', 'picture.jpg', 'src/index.js', 'x.txt']);
    expect(files.get('picture.jpg')).toEqual(picture);
  });

  test('is left alone where somebody has put something into it', async () => {
    await school.standIn.repositories.create({ ...name, name: name.repo, files: texts({ 'mine.js': '1' }) });
    const before = await branches();
    const made = await maker.make(name, about);
    expect(await maker.fill(made, { files: starter, message })).toBeNull();
    expect(await branches()).toBe(before);
  });

  test('requires our check from our App, and no other', async () => {
    const made = await maker.make(name, about);
    expect(await maker.isPinned(made)).toBe(false);
    expect(await maker.pin(made)).toBe(true);
    expect(await maker.isPinned(made)).toBe(true);
    const [ruleset] = school.standIn.requests.of('repos/create-repo-ruleset').slice(-1);
    expect(ruleset?.body).toMatchObject({
      rules: [
        {
          parameters: {
            required_status_checks: [{ context: 'Touchstone', integration_id: school.app.appId }],
          },
        },
      ],
    });
    // A second one of the name cannot be made, and nobody takes that for a success.
    expect(await maker.pin(made)).toBe(false);
    school.standIn.repositories.dropRules({ repository: `school/${name.repo}` });
    expect(await maker.isPinned(made)).toBe(false);
  });

  test('whose invitation has expired is offered anew, and nobody is told of one that stands', async () => {
    const { repositories, accounts, requests } = school.standIn;
    const login = `slow-${count}`;
    accounts.user({ login });
    repositories.acceptNothing({ login });
    const made = await maker.make(name, about);
    const sent = () => requests.of('repos/add-collaborator').length;
    const before = sent();
    expect(await maker.invite(made, login)).toBe('invited');
    expect(await maker.invite(made, login)).toBe('invited');
    expect(sent()).toBe(before + 1);
    repositories.expireInvitations({ repository: `school/${name.repo}` });
    expect(await maker.invite(made, login)).toBe('invited');
    expect(await maker.invite(made, login)).toBe('invited');
    expect(sent()).toBe(before + 2);
    expect(requests.of('repos/list-invitations').at(-1)?.reply).toMatchObject([{ expired: false }]);
    // Who is in is not invited.
    await maker.invite(made, 'ada');
    expect(await maker.invite(made, 'ada')).toBe('in');
  });

  test('is made with tokens that can do no more than each call takes', async () => {
    const { standIn } = school;
    standIn.requests.clear();
    const fresh = school.connect().repositoryMaker;
    const made = await fresh.make(name, about);
    await fresh.fill(made, { files: starter, message });
    await fresh.invite(made, 'ada');
    const asked = standIn.requests.of('apps/create-installation-access-token').map(({ body }) => body);
    expect(asked).toContainEqual({ permissions: { metadata: 'read', administration: 'write' } });
    expect(asked).toContainEqual({
      permissions: { contents: 'write', pull_requests: 'write' },
      repository_ids: [made.repositoryId],
    });
    expect(JSON.stringify(asked)).not.toContain('"contents":"write","administration');
  });

  test('is for the account of the number, whatever it is called', async () => {
    const { id } = school.standIn.accounts.user({ login: `fay-${count}` });
    school.standIn.accounts.rename({ login: `fay-${count}`, to: `faye-${count}` });
    expect(await maker.loginOf('school', id)).toBe(`faye-${count}`);
    expect(await maker.loginOf('school', 4_711)).toBeNull();
  });
});

describe('a mended starter', () => {
  const mended = new Map([...starter, ...texts({ 'src/index.js': 'export const sum = 0;\n' })]);
  const offer = (base: string, files = mended) => ({
    base,
    files,
    message: 'm',
    title: 'Mended',
    words: 'w',
  });

  test('is offered once, as one commit on the starter, with a check that lets that commit in', async () => {
    const made = await maker.make(name, about);
    const base = (await maker.fill(made, { files: starter, message })) ?? '';
    expect(await maker.bring(made, offer(base, starter))).toBeNull();
    const brought = await maker.bring(made, offer(base));
    expect(brought?.number).toBeGreaterThan(0);
    const state = await read(brought?.number ?? 0);
    expect(state).toMatchObject({ headSha: brought?.commit, learner: { login: school.app.bot.login } });
    expect(await school.gitHub.reader.changedFiles(state!.pull)).toEqual(['src/index.js']);
    const seen = () =>
      school.standIn.look({ repository: `school/${name.repo}`, number: brought?.number ?? 0 });
    expect(seen().checks).toMatchObject([{ name: 'Touchstone', conclusion: 'success' }]);

    expect(await maker.bring(made, offer(base))).toEqual({ commit: brought?.commit, number: null });
    expect(seen().checks).toHaveLength(1);
    expect(await maker.bring(made, offer(brought?.commit ?? ''))).toBeNull();

    // What somebody pushes to its branch is theirs, and gets no check from here.
    school.standIn.repositories.addCollaborator({ repository: `school/${name.repo}`, login: 'ada' });
    await school.standIn.push({
      repository: `school/${name.repo}`,
      branch: state?.form.branch ?? '',
      as: 'ada',
      files: texts({ 'src/index.js': 'mine' }),
      message: 'Mine',
    });
    expect(await maker.bring(made, offer(base))).toBeNull();
    expect(seen().checks).toEqual([]);
  });
});
