import { execFile } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { list } from 'tar';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { git } from '../../../src/standin/git/git.ts';
import { files, hello, openPull, startSchool, type School } from '../school.ts';

const run = promisify(execFile);
let school: School;
beforeAll(async () => {
  school = await startSchool({ limits: { treeEntries: 12 } });
});
afterAll(async () => {
  expect(school.standIn.violations.list).toEqual([]);
  await school.close();
});

async function tarNames(bytes: ArrayBuffer): Promise<string[]> {
  const names: string[] = [];
  const parser = list({ onReadEntry: (entry) => void names.push(entry.path) });
  await new Promise((done) => {
    parser.on('end', done);
    parser.end(gunzipSync(Buffer.from(bytes)));
  });
  return names;
}

describe('a commit’s content', () => {
  test('the archive leaves out what the commit marks export-ignore; the tree does not', async () => {
    const sha = await school.standIn.push({
      repository: 'school/hello-ada',
      branch: 'hiding',
      as: 'ada',
      files: files({ '.gitattributes': 'secret.js export-ignore\n', 'secret.js': '1\n', 'src/a.js': '2\n' }),
      message: 'Hide',
    });
    const tarball = await school.octokit.rest.repos.downloadTarballArchive({ ...hello, ref: sha });
    const names = await tarNames(tarball.data as ArrayBuffer);
    expect(names).toContain(`school-hello-ada-${sha.slice(0, 7)}/src/a.js`);
    expect(names.some((name) => name.endsWith('secret.js'))).toBe(false);
    const tree = await school.octokit.rest.git.getTree({ ...hello, tree_sha: sha, recursive: 'true' });
    expect(tree.data.truncated).toBe(false);
    expect(tree.data.tree.map(({ path, type }) => `${type} ${path}`)).toEqual([
      'blob .gitattributes',
      'blob README.md',
      'blob index.js',
      'blob secret.js',
      'tree src',
      'blob src/a.js',
    ]);
    const top = await school.octokit.rest.git.getTree({ ...hello, tree_sha: 'hiding' });
    expect(top.data.tree.map(({ path }) => path)).not.toContain('src/a.js');
  });

  test('the archive is fetched elsewhere, without the caller’s credentials', async () => {
    await school.standIn.repositories.create({
      owner: 'school',
      name: 'closed',
      private: true,
      files: files({ a: '1' }),
    });
    const { data } = await school.appOctokit.rest.apps.createInstallationAccessToken({
      installation_id: school.installation,
    });
    const answer = await fetch(`${school.standIn.apiUrl}/repos/school/closed/tarball/main`, {
      redirect: 'manual',
      headers: { authorization: `token ${data.token}`, 'user-agent': 'test' },
    });
    const address = answer.headers.get('location') ?? '';
    expect(answer.status).toBe(302);
    expect((await fetch(address)).status).toBe(200);
    expect((await fetch(address.replace(/token=.*/, 'token=guess'))).status).toBe(404);
  });

  test('links and submodules keep their modes; long listings are cut short', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'stand-in-odd-'));
    try {
      const url = school.standIn.repositories.cloneUrl({ repository: 'school/hello-ada', as: 'ada' });
      await git(dir, ['clone', '--quiet', url, '.']);
      await symlink('/etc/passwd', join(dir, 'link'));
      await writeFile(join(dir, 'run.sh'), 'true\n', { mode: 0o755 });
      await git(dir, ['add', '.']);
      await git(dir, ['update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},module`]);
      await git(dir, ['-c', 'user.name=Ada', '-c', 'user.email=a@example.com', 'commit', '-qm', 'Odd']);
      await run('git', ['-C', dir, 'push', '-q', 'origin', 'HEAD:odd']);
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
    const { data } = await school.octokit.rest.git.getTree({ ...hello, tree_sha: 'odd', recursive: '1' });
    const modes = Object.fromEntries(data.tree.map(({ path, mode }) => [path, mode]));
    expect(modes).toMatchObject({
      link: '120000',
      'run.sh': '100755',
      module: '160000',
      'index.js': '100644',
    });

    const many = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`file-${at}.js`, '']));
    await school.standIn.push({
      repository: 'school/hello-ada',
      branch: 'many',
      as: 'ada',
      files: files(many),
      message: 'Many',
    });
    const cut = await school.octokit.rest.git.getTree({ ...hello, tree_sha: 'many', recursive: '1' });
    expect([cut.data.truncated, cut.data.tree.length]).toEqual([true, 12]);
  });

  test('a blob, as text for machines and as it is', async () => {
    const { data } = await school.octokit.rest.git.getTree({ ...hello, tree_sha: 'main' });
    const sha = data.tree.find(({ path }) => path === 'README.md')?.sha ?? '';
    const blob = await school.octokit.rest.git.getBlob({ ...hello, file_sha: sha });
    expect(Buffer.from(blob.data.content, 'base64').toString()).toBe('# Hello\n');
    const bare = await school.octokit.rest.git.getBlob({
      ...hello,
      file_sha: sha,
      mediaType: { format: 'raw' },
    });
    expect(bare.headers['content-type']).toContain('raw');
    await expect(
      school.octokit.rest.git.getBlob({ ...hello, file_sha: 'f'.repeat(40) }),
    ).rejects.toMatchObject({ status: 404 });
  });

  test('what a pull request changes, and its commit', async () => {
    const { number, sha } = await openPull(school, { branch: 'changes' });
    const changed = await school.octokit.rest.pulls.listFiles({ ...hello, pull_number: number });
    expect(changed.data).toMatchObject([
      { filename: 'index.js', status: 'modified', additions: 1, deletions: 1 },
    ]);
    expect(changed.data[0]?.patch).toContain('+export const greet = () => "hello";');
    const { data } = await school.octokit.rest.repos.getCommit({ ...hello, ref: sha });
    expect(data).toMatchObject({
      author: { login: 'ada' },
      commit: { message: 'Say hello' },
      stats: { total: 2 },
    });
    await expect(school.octokit.rest.repos.getCommit({ ...hello, ref: 'nowhere' })).rejects.toMatchObject({
      status: 422,
    });
  });
});

test('lists come in pages, with links from one to the next', async () => {
  for (const branch of ['one', 'two', 'three']) await openPull(school, { branch, content: `// ${branch}\n` });
  const all = await school.octokit.paginate(school.octokit.rest.pulls.list, { ...hello, per_page: 2 });
  expect(all.map((pull) => pull.head.ref)).toEqual(['three', 'two', 'one', 'changes']);
  const first = await school.octokit.rest.pulls.list({ ...hello, per_page: 2 });
  expect(first.headers.link).toMatch(/page=2>; rel="next", <.*page=2>; rel="last"/);
  const seen = await school.octokit.paginate(school.octokit.rest.apps.listReposAccessibleToInstallation, {
    per_page: 1,
  });
  expect(seen.map(({ name }) => name)).toEqual(['hello-ada', 'closed']);
});
