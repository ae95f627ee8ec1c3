import { describe, expect, it } from 'vitest';
import type { Submission } from '../../../src/domain/submission.ts';
import { createGitHubClient } from '../../../src/adapters/octokit/client.ts';
import { createSubmissionSource } from '../../../src/adapters/octokit/submission/source.ts';
import { transferLimits } from '../../../src/adapters/octokit/submission/transfer-plan.ts';
import { systemClock } from '../../../src/domain/clock.ts';
import { pino } from 'pino';
import { REPOSITORY, texts, useSchool } from './school.ts';
import type { School } from './school.ts';

let school: School;
useSchool((started) => {
  school = started;
});

const fetchFiles = async (submission: Submission, source = school.gitHub.source) => {
  school.standIn.requests.clear();
  const { files, dropped } = await source.fetch(submission);
  return {
    files: Object.fromEntries([...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString()])),
    dropped: Object.fromEntries(dropped.map(({ path, reason }) => [path, reason])),
  };
};

const calls = (operation: string) => school.standIn.requests.of(operation).length;

/** A source that packs even the smallest submission, so that small fixtures go the way of large ones. */
const packed = (limits = {}) =>
  createSubmissionSource(
    createGitHubClient({
      appId: school.app.appId,
      privateKey: school.app.privateKey,
      baseUrl: school.standIn.apiUrl,
      clock: systemClock,
      log: pino({ level: 'silent' }),
    }),
    { transfer: { ...transferLimits, fewFiles: 0, ...limits } },
  );

const five = { 'a.js': 'A', 'b.js': 'B', 'c.js': '', 'd/e/f.js': 'F\n', 'package.json': '{}' };

describe('the files of the head commit', () => {
  it('come packed, in two calls', async () => {
    const submission = await school.submit(five);
    expect(await fetchFiles(submission)).toEqual({
      files: { 'README.md': '# Hello\n', ...five },
      dropped: {},
    });
    expect(calls('git/get-tree')).toBe(1);
    expect(calls('git/get-blob')).toBe(0);
  });

  it('come one by one where there are few', async () => {
    const submission = await school.submit({ 'index.js': 'few' });
    expect((await fetchFiles(submission)).files).toEqual({ 'README.md': '# Hello\n', 'index.js': 'few' });
    expect(calls('git/get-blob')).toBe(2);
  });

  it('are those of that commit, although the head has moved on', async () => {
    const submission = await school.submit({ 'index.js': 'old' }, { branch: 'moving' });
    await school.standIn.push({
      repository: REPOSITORY,
      branch: 'moving',
      as: 'ada',
      files: texts({ 'index.js': 'new' }),
      message: 'Newer',
    });
    expect((await fetchFiles(submission)).files['index.js']).toBe('old');
  });

  it('keep every byte: binary files, line ends and byte order marks', async () => {
    const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, i) => (i * 7) % 256));
    const submission = await school.submitByGit(
      `printf '\\xef\\xbb\\xbfbom' > bom.txt; printf 'a\\r\\nb\\n' > crlf.txt
       head -c 70000 <(for i in $(seq 0 255); do printf "\\\\x$(printf %x $(( i * 7 % 256 )))"; done; yes) > some.bin
       git add -A`,
    );
    const { files } = await packed().fetch(submission);
    expect(Buffer.from(files.get('bom.txt')!).toString('latin1')).toBe('\xef\xbb\xbfbom');
    expect(Buffer.from(files.get('crlf.txt')!).toString()).toBe('a\r\nb\n');
    expect(Buffer.from(files.get('some.bin')!).subarray(0, 256)).toEqual(bytes.subarray(0, 256));
    expect(files.get('some.bin')!.byteLength).toBe(70_000);
  });
});

describe('what .gitattributes hide or change', () => {
  it('export-ignore hides nothing: not a file, not a folder, not .gitattributes itself', async () => {
    const submission = await school.submit({
      ...five,
      'hidden.js': 'process.exit(0)',
      'hidden/deep/x.js': 'X',
      '.gitattributes': 'hidden.js export-ignore\nhidden export-ignore\n.gitattributes export-ignore\n',
    });
    const { files } = await fetchFiles(submission, packed());
    expect(files).toMatchObject({ ...five, 'hidden.js': 'process.exit(0)', 'hidden/deep/x.js': 'X' });
    expect(files).toHaveProperty(['.gitattributes']);
    expect(calls('git/get-blob')).toBe(3);
  });

  it('export-subst changes nothing', async () => {
    const submission = await school.submit({
      ...five,
      'version.js': 'export const commit = "$Format:%H$";',
      '.gitattributes': 'version.js export-subst\n',
    });
    const { files } = await fetchFiles(submission, packed());
    expect(files['version.js']).toBe('export const commit = "$Format:%H$";');
  });

  it('line ends that an archive changes are changed back, without a call for each file', async () => {
    const submission = await school.submit({
      '.gitattributes': '*.js text eol=crlf\n',
      'a.js': 'one\ntwo\n',
      'b.js': 'three\n',
    });
    const { files } = await fetchFiles(submission, packed());
    expect(files).toMatchObject({ 'a.js': 'one\ntwo\n', 'b.js': 'three\n' });
    expect(calls('git/get-blob')).toBe(0);
  });

  it('are too much where they hide hundreds of files: the learner is told', async () => {
    const submission = await school.submit({ ...five, '.gitattributes': '*.js export-ignore\n' });
    await expect(packed({ singleFiles: 2 }).fetch(submission)).rejects.toMatchObject({
      code: 'submission.too-many-hidden',
      audience: 'learner',
    });
  });
});

describe('what is no ordinary file', () => {
  it('is left out and named: links, submodules, case collisions, long names, names that are no text', async () => {
    const submission = await school.submitByGit(`
      ln -s /etc/passwd secrets.txt
      ln -s . loop
      echo one > index.js; git add -A
      blob=$(echo two | git hash-object -w --stdin)
      git update-index --add --cacheinfo 100644,$blob,Index.js
      git update-index --add --cacheinfo 100755,$blob,bin/run
      git update-index --add --cacheinfo 160000,$(git rev-parse HEAD),vendor/other
      git update-index --add --cacheinfo 100644,$blob,$(printf 'n%.0s' $(seq 300))
      git update-index --add --cacheinfo 100644,$blob,$(printf 'd/%.0s' $(seq 30))deep.js
      git update-index --add --cacheinfo 100644,$blob,node_modules/p/index.js
    `);
    for (const source of [packed(), school.gitHub.source]) {
      const { files, dropped } = await fetchFiles(submission, source);
      expect(files).toEqual({ 'README.md': '# Hello\n', 'index.js': 'one\n', 'bin/run': 'two\n' });
      expect(Object.keys(dropped).map((path) => path.slice(0, 20))).toEqual([
        'Index.js',
        'd/d/d/d/d/d/d/d/d/d/',
        'loop',
        'nnnnnnnnnnnnnnnnnnnn',
        'node_modules/',
        'secrets.txt',
        'vendor/other',
      ]);
      expect(dropped['vendor/other']).toContain('submodule');
    }
  });

  it('odd but plain names are kept', async () => {
    const names = {
      'a b.js': '1',
      "it's.js": '2',
      '-rf': '3',
      'ünïcode.js': '4',
      '日本/語.js': '5',
      'per%cent#.js': '6',
    };
    const submission = await school.submit(names);
    expect((await fetchFiles(submission)).files).toMatchObject(names);
    expect((await fetchFiles(submission, packed())).files).toMatchObject(names);
  });
});

describe('too much', () => {
  it('a file of more than 2 MiB is left out and named', async () => {
    const submission = await school.submitByGit(
      'head -c 3000000 /dev/zero > big.bin; echo x > index.js; git add -A',
    );
    const { files, dropped } = await fetchFiles(submission);
    expect(Object.keys(files)).toEqual(['README.md', 'index.js']);
    expect(dropped['big.bin']).toBe('it is larger than 2 MiB');
  });

  it('a commit with large files that are left out is not packed to get at the small ones', async () => {
    const submission = await school.submitByGit(
      'head -c 3000000 /dev/zero > big.bin; for i in 1 2 3 4 5; do echo $i > $i.js; done; git add -A',
    );
    const { files } = await fetchFiles(submission, packed({ archiveBytes: 2_000_000 }));
    expect(Object.keys(files)).toHaveLength(6);
    expect(school.standIn.requests.list.some(({ path }) => path.includes('/tarball/'))).toBe(false);
  });

  it('2,001 files are refused in words for the learner', async () => {
    const submission = await school.submitByGit(
      'for i in $(seq 2001); do echo $i > f$i.js; done; git add -A',
    );
    await expect(school.gitHub.source.fetch(submission)).rejects.toMatchObject({
      code: 'submission.too-many-files',
      audience: 'learner',
    });
  });

  it('a list that GitHub cuts short is refused in words for the learner', async () => {
    const submission = await school.submit({ 'index.js': 'cut' });
    school.standIn.faults.add({
      path: '/repos/{owner}/{repo}/git/trees/{tree_sha}',
      status: 200,
      body: { sha: submission.headSha, url: 'https://example.org', truncated: true, tree: [] },
    });
    await expect(school.gitHub.source.fetch(submission)).rejects.toMatchObject({
      code: 'submission.too-many-entries',
      audience: 'learner',
    });
  });
});

describe('a fork', () => {
  const fork = async (login: string, name: string, isPrivate = false) => {
    school.standIn.accounts.user({ login });
    const { standIn } = school;
    await standIn.repositories.create({
      owner: 'school',
      name,
      files: texts({ 'README.md': '# Fork me\n' }),
      private: isPrivate,
      ...(isPrivate ? { collaborators: [login] } : {}),
    });
    await standIn.repositories.fork({ repository: `school/${name}`, as: login });
    await standIn.push({
      repository: `${login}/${name}`,
      branch: 'mine',
      as: login,
      files: texts({ 'index.js': `by ${login}` }),
      message: 'Mine',
    });
    const number = await standIn.pulls.open({
      repository: `school/${name}`,
      as: login,
      head: `${login}:mine`,
      title: 'From my fork',
    });
    for await (const state of school.gitHub.reader.openPullRequests()) {
      if (state.learner.login !== login) continue;
      const { pull, learner, headSha, headOwner, headRepo, draft } = state;
      expect(pull.number).toBe(number);
      return {
        pull,
        learner,
        project: 'x',
        headSha,
        headOwner: headOwner ?? '',
        headRepo: headRepo ?? '',
        draft,
      };
    }
    throw new Error('the pull request is not there');
  };

  it('has its commit in the base repository', async () => {
    const submission = await fork('bob', 'fork-me');
    expect(submission.headOwner).toBe('bob');
    expect((await fetchFiles(submission)).files).toEqual({
      'README.md': '# Fork me\n',
      'index.js': 'by bob',
    });
    expect(school.standIn.requests.list.every(({ path }) => !path.startsWith('/repos/bob/'))).toBe(true);
  });

  it('is asked itself where the base repository does not show the commit yet', async () => {
    const submission = await fork('cleo', 'fork-late');
    school.standIn.faults.add({ path: /^\/repos\/school\/fork-late\/git\/trees\//, status: 404 });
    expect((await fetchFiles(submission)).files['index.js']).toBe('by cleo');
  });

  it('may be private, with the App not installed on it', async () => {
    const submission = await fork('dan', 'fork-private', true);
    expect((await fetchFiles(submission)).files['index.js']).toBe('by dan');
  });

  it('may have been deleted', async () => {
    const submission = await fork('finn', 'fork-gone');
    school.standIn.repositories.remove({ repository: 'finn/fork-gone' });
    expect((await fetchFiles({ ...submission, headOwner: '', headRepo: '' })).files['index.js']).toBe(
      'by finn',
    );
  });
});

describe('what passes', () => {
  it('a commit that is nowhere yet is our problem and is to be tried again', async () => {
    const submission = { ...(await school.submit({ 'index.js': 'x1' })), headSha: 'a'.repeat(40) };
    await expect(school.gitHub.source.fetch(submission)).rejects.toMatchObject({
      code: 'submission.not-there',
      audience: 'operator',
    });
  });

  it('a bad gateway and a lost connection are tried again', async () => {
    const submission = await school.submit(five);
    school.standIn.faults.add({ method: 'GET', path: /\/git\/trees\//, status: 502, times: 2 });
    school.standIn.faults.add({ method: 'GET', path: /\/tarball\//, dropConnection: true });
    school.pauses.length = 0;
    expect((await fetchFiles(submission)).files).toMatchObject(five);
    expect(school.pauses).toEqual([375, 750, 375]);
  });

  it('an aborted fetch ends with the reason it was aborted for', async () => {
    const submission = await school.submit(five);
    const newer = new Error('a newer push came');
    const controller = new AbortController();
    school.standIn.faults.add({ path: /\/tarball\//, delayMs: 30_000 });
    const fetching = school.gitHub.source.fetch(submission, controller.signal);
    controller.abort(newer);
    await expect(fetching).rejects.toBe(newer);
    await expect(school.gitHub.source.fetch(submission, controller.signal)).rejects.toBe(newer);
  });

  it('an aborted fetch does not wait for a token either', async () => {
    const submission = await school.submit({ 'index.js': 'token' });
    const newer = new Error('a newer push came');
    const controller = new AbortController();
    school.standIn.faults.add({ path: /\/access_tokens$/, delayMs: 30_000 });
    const started = performance.now();
    const fetching = school.connect().source.fetch(submission, controller.signal);
    controller.abort(newer);
    await expect(fetching).rejects.toBe(newer);
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it('a call that takes too long is given up and made again', async () => {
    const submission = await school.submit({ 'index.js': 'slow' });
    school.standIn.faults.add({ path: /\/git\/trees\//, delayMs: 30_000 });
    const { source } = school.connect({ timeoutMs: 300 });
    expect((await fetchFiles(submission, source)).files['index.js']).toBe('slow');
    expect(calls('git/get-tree')).toBeGreaterThanOrEqual(1);
  });
});
