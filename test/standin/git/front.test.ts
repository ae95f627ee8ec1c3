import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { git, gitText } from '../../../src/standin/git/git.ts';
import { files, openPull, startSchool, type School } from '../school.ts';

let school: School;
let dir: string;
beforeAll(async () => {
  school = await startSchool();
  school.standIn.accounts.user({ login: 'eve' });
  await school.standIn.repositories.create({
    owner: 'school',
    name: 'closed',
    private: true,
    files: files({ a: '1' }),
  });
  dir = await mkdtemp(join(tmpdir(), 'stand-in-front-'));
});
afterAll(async () => {
  await rm(dir, { recursive: true, force: true });
  await school.close();
});

const url = (repository: string, as?: string) =>
  school.standIn.repositories.cloneUrl({ repository, ...(as === undefined ? {} : { as }) });

describe('git over HTTP', () => {
  test('refuses a push by someone who may not', async () => {
    const push = school.standIn.push({
      repository: 'school/hello-ada',
      branch: 'mine',
      as: 'eve',
      files: files({ 'x.js': '1' }),
      message: 'Not mine',
    });
    await expect(push).rejects.toThrow(/403/);
    expect(
      await school.standIn.repositories.tip({ repository: 'school/hello-ada', branch: 'mine' }),
    ).toBeNull();
  });

  test('refuses a wrong password, and a push by nobody', async () => {
    // Git sends a password only where it is asked for one.
    const wrong = url('school/closed', 'ada').replace(/:[^:@/]+@/, ':wrong@');
    await expect(git('.', ['ls-remote', wrong])).rejects.toThrow(/Authentication failed/);
    await expect(git('.', ['push', url('school/hello-ada'), 'HEAD:refs/heads/x'])).rejects.toThrow(
      /could not read Username/,
    );
  });

  test('lets everyone read what is public, and only those invited what is not', async () => {
    expect(await gitText('.', ['ls-remote', url('school/hello-ada')])).toContain('refs/heads/main');
    expect(await gitText('.', ['ls-remote', url('school/closed', 'tom')])).toContain('refs/heads/main');
    await expect(git('.', ['ls-remote', url('school/closed', 'eve')])).rejects.toThrow(/not found/);
    await expect(git('.', ['ls-remote', url('school/closed')])).rejects.toThrow(/could not read Username/);
  });

  test('an installation’s token reads, and writes only where that was granted', async () => {
    const { data } = await school.appOctokit.rest.apps.createInstallationAccessToken({
      installation_id: school.installation,
    });
    const address = url('school/closed').replace('://', `://x-access-token:${data.token}@`);
    await git(dir, ['clone', '--quiet', address, 'closed']);
    await expect(git(join(dir, 'closed'), ['push', address, 'HEAD:refs/heads/mine'])).rejects.toThrow(/403/);
  });

  test('nobody writes a pull request’s own refs', async () => {
    const { number } = await openPull(school);
    const push = git('.', ['push', url('school/hello-ada', 'ada'), `:refs/pull/${number}/head`]);
    await expect(push).rejects.toThrow(/hidden ref|refs\/pull|unable to delete/);
  });

  test('two pushes at once: each moves the pull request once, in order', async () => {
    const { number, sha } = await openPull(school, { branch: 'race' });
    const work = join(dir, 'race');
    await git(dir, ['clone', '--quiet', '-b', 'race', url('school/hello-ada', 'ada'), work]);
    const author = ['-c', 'user.name=Ada', '-c', 'user.email=a@example.com'];
    await git(work, [...author, 'commit', '-q', '--allow-empty', '-m', 'First']);
    const first = await gitText(work, ['rev-parse', 'HEAD']);
    await git(work, [...author, 'commit', '-q', '--allow-empty', '-m', 'Second']);
    const second = await gitText(work, ['rev-parse', 'HEAD']);
    await git(work, ['push', '-q', 'origin', `${first}:refs/heads/race`]);
    await git(work, ['push', '-q', 'origin', `${second}:refs/heads/race`]);
    await school.standIn.deliveries.idle();
    const moved = school.standIn.deliveries.log
      .filter(({ action, payload }) => action === 'synchronize' && payload['number'] === number)
      .map(({ payload }) => [payload['before'], payload['after']]);
    expect(new Set(moved.map(String))).toEqual(new Set([`${sha},${first}`, `${first},${second}`]));
  });
});
