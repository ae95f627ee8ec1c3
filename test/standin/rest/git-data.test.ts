import { afterAll, beforeAll, expect, test } from 'vitest';
import { hello, startSchool, type School } from '../school.ts';

let school: School;
beforeAll(async () => {
  school = await startSchool({ more: { contents: 'write' } });
});
afterAll(async () => {
  expect(school.standIn.violations.list).toEqual([]);
  await school.close();
});

test('an App makes a commit, a branch and a pull request without a push, and all of it is told', async () => {
  const { git, pulls } = school.octokit.rest;
  const main = (await git.getRef({ ...hello, ref: 'heads/main' })).data.object.sha;
  const blob = await git.createBlob({ ...hello, content: 'ZXhwb3J0IHt9Owo=', encoding: 'base64' });
  const tree = await git.createTree({
    ...hello,
    base_tree: main,
    tree: [
      { path: 'src/new.js', mode: '100644', type: 'blob', sha: blob.data.sha },
      { path: 'index.js', mode: '100644', type: 'blob', sha: null },
    ],
  });
  const commit = await git.createCommit({
    ...hello,
    message: 'By an App',
    tree: tree.data.sha,
    parents: [main],
  });
  await git.createRef({ ...hello, ref: 'refs/heads/by-an-app', sha: commit.data.sha });
  const push = await school.receiver.next('push');
  expect(push.payload).toMatchObject({ ref: 'refs/heads/by-an-app', after: commit.data.sha });
  expect((await git.getCommit({ ...hello, commit_sha: commit.data.sha })).data).toMatchObject({
    message: 'By an App',
    tree: { sha: tree.data.sha },
    author: { name: 'touchstone[bot]' },
  });
  const all = await git.getTree({ ...hello, tree_sha: 'by-an-app', recursive: 'true' });
  expect(all.data.tree.map(({ path }) => path)).toEqual(['README.md', 'src', 'src/new.js']);

  const opened = await pulls.create({ ...hello, title: 'A change', head: 'by-an-app', base: 'main' });
  expect(opened.data).toMatchObject({ user: { login: 'touchstone[bot]' }, head: { sha: commit.data.sha } });
  await school.receiver.next('pull_request', 'opened');
});

test('what git does not have, or what is there already, is refused as GitHub does', async () => {
  const { git, pulls } = school.octokit.rest;
  const main = (await git.getRef({ ...hello, ref: 'heads/main' })).data.object.sha;
  await expect(git.getRef({ ...hello, ref: 'heads/nowhere' })).rejects.toMatchObject({ status: 404 });
  const again = git.createRef({ ...hello, ref: 'refs/heads/main', sha: main });
  await expect(again).rejects.toMatchObject({ status: 422 });
  const unknown = git.createRef({ ...hello, ref: 'refs/heads/x', sha: '0'.repeat(40) });
  await expect(unknown).rejects.toMatchObject({ status: 422 });
  await expect(
    git.createCommit({ ...hello, message: 'x', tree: '1'.repeat(40), parents: [] }),
  ).rejects.toMatchObject({ status: 422 });
  const nothing = pulls.create({ ...hello, title: 'Nothing', head: 'main', base: 'main' });
  await expect(nothing).rejects.toMatchObject({ status: 422 });
});
