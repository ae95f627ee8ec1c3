import { expect, it } from 'vitest';
import { REPOSITORY, useSchool } from './school.ts';
import type { School } from './school.ts';

let school: School;
useSchool((started) => {
  school = started;
});

const old = { 'index.js': 'export const double = (n) => n * 2;\n', 'src/deep/a.js': 'export {};\n' };
const bug = (path: string, text: string) => ({ path, bytes: new TextEncoder().encode(text) });

it('brings a bug in without showing it, once however often it is asked to, and closes it again', async () => {
  const { pull, headSha } = await school.submit(old);
  const recheck = {
    id: 12,
    pull,
    headSha,
    file: bug('index.js', 'export const double = (n) => n + 2;\n'),
    report: { path: 'BUG.md', text: '# It does not double\n' },
    title: 'Your old project has grown a bug',
    body: '@ada, can you find it?',
  };
  const { planter, reader, source } = school.gitHub;
  await planter.plant(recheck);
  // A worker that died after it, and before it could note it.
  await planter.plant(recheck);

  const number = pull.number + 1;
  const state = await reader.pullRequest({ ...pull, number });
  expect(state).toMatchObject({ byApp: true, form: { branch: 'touchstone/recheck-12' }, open: true });
  expect(await reader.pullRequest({ ...pull, number: number + 1 })).toBeNull();

  const { files } = await source.fetch(await school.submissionOf(number));
  const read = (path: string) => new TextDecoder().decode(files.get(path));
  expect([...files.keys()].toSorted()).toEqual(['BUG.md', 'README.md', 'index.js', 'src/deep/a.js']);
  expect(read('index.js')).toContain('n + 2');
  // Nothing but the report is new in it, and no commit of it shows the line.
  expect(await school.filesChanged(number)).toEqual(['BUG.md']);
  expect(await reader.makers({ ...pull, number })).not.toContainEqual(
    expect.objectContaining({ email: expect.stringContaining('ada') as string }),
  );

  const tip = (branch: string) => school.standIn.repositories.tip({ repository: REPOSITORY, branch });
  const ours = ['touchstone/recheck-12', 'touchstone/recheck-12-base'];
  expect(await Promise.all(ours.map(tip))).not.toContain(null);
  await planter.clear({ id: 12, home: pull, open: number });
  await planter.clear({ id: 12, home: pull, open: number });
  expect(await reader.pullRequest({ ...pull, number })).toMatchObject({
    open: false,
    headSha: state?.headSha,
  });
  expect(await Promise.all(ours.map(tip))).toEqual([null, null]);
});

it('is taken away without its pull request being known: GitHub closes what it has open of a branch', async () => {
  const { pull, headSha } = await school.submit(old);
  const { planter, reader } = school.gitHub;
  const file = bug('index.js', 'export const double = (n) => n + 3;\n');
  const words = { report: { path: 'BUG.md', text: '# Three\n' }, title: 'A bug', body: '' };
  await planter.plant({ id: 14, pull, headSha, file, ...words });
  const at = { ...pull, number: pull.number + 1 };
  expect(await reader.pullRequest(at)).toMatchObject({ open: true });
  await planter.clear({ id: 14, home: pull, open: null });
  expect(await reader.pullRequest(at)).toMatchObject({ open: false });
});

it('says so where the school has not granted what it takes', async () => {
  const { pull, headSha } = await school.submit(old);
  const app = school.standIn.apps.register({
    name: 'Reads alone',
    owner: 'tom',
    permissions: { checks: 'write', pull_requests: 'write', contents: 'read', metadata: 'read' },
    events: [],
  });
  const installation = school.standIn.apps.install({ appId: app.appId, account: 'school' });
  const { planter } = school.connect({ appId: app.appId, privateKey: app.privateKey });
  const planted = planter.plant({
    id: 1,
    pull: { ...pull, installation },
    headSha,
    file: bug('index.js', ''),
    report: { path: 'BUG.md', text: '' },
    title: 'x',
    body: 'x',
  });
  await expect(planted).rejects.toMatchObject({ audience: 'operator' });
});

it('is not taken for one where another App calls its branch so', async () => {
  const { pull } = await school.submit(old);
  const { standIn } = school;
  const another = standIn.apps.register({ name: 'Another', owner: 'tom', permissions: {}, events: [] });
  const head = 'touchstone/recheck-13';
  const files = new Map([['mended.js', new TextEncoder().encode('1')]]);
  await standIn.push({ repository: REPOSITORY, branch: head, as: 'ada', files, message: 'Mended' });
  const as = another.bot.login;
  const number = await standIn.pulls.open({ repository: REPOSITORY, as, head, title: 'Mended' });
  expect(await school.gitHub.reader.pullRequest({ ...pull, number })).toBeNull();
});
