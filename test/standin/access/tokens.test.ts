import { generateKeyPairSync, sign } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { files, hello, permissions, startSchool, type School } from '../school.ts';

const minute = 60_000;
let ahead = 0;
let school: School;
let other: number;
beforeAll(async () => {
  school = await startSchool({ clock: { now: () => Date.now() + ahead } });
  await school.standIn.repositories.create({
    owner: 'school',
    name: 'secret',
    private: true,
    files: files({ a: 'a' }),
  });
  school.standIn.accounts.user({ login: 'eve' });
  await school.standIn.repositories.create({
    owner: 'eve',
    name: 'hidden',
    private: true,
    files: files({ a: 'a' }),
  });
  await school.standIn.repositories.create({ owner: 'eve', name: 'public', files: files({ a: 'a' }) });
  const more = school.standIn.apps.register({ name: 'Other', owner: 'eve', permissions, events: [] });
  other = school.standIn.apps.install({ appId: more.appId, account: 'eve' });
});
afterAll(async () => {
  await school.close();
});

function call(path: string, authorization?: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${school.standIn.apiUrl}${path}`, {
    ...init,
    headers: { 'user-agent': 'test', ...(authorization ? { authorization } : {}) },
  });
}

function jwt(
  claims: { iat?: unknown; exp?: unknown; iss?: unknown },
  options: { key?: string; alg?: string } = {},
): string {
  const now = Math.floor((Date.now() + ahead) / 1000);
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const body = { iat: now - 30, exp: now + 300, iss: school.app.appId, ...claims };
  const text = `${part({ alg: options.alg ?? 'RS256', typ: 'JWT' })}.${part(body)}`;
  return `Bearer ${text}.${sign('RSA-SHA256', Buffer.from(text), options.key ?? school.app.privateKey).toString('base64url')}`;
}

async function message(response: Response): Promise<[number, string]> {
  const body = (await response.json()) as { message: string };
  return [response.status, body.message];
}

async function tokenFor(wish: object = {}): Promise<string> {
  const { data } = await school.appOctokit.rest.apps.createInstallationAccessToken({
    installation_id: school.installation,
    ...wish,
  });
  return data.token;
}

describe('the App’s own token', () => {
  test('is taken with the App’s id or its client id', async () => {
    expect((await call('/app', jwt({}))).status).toBe(200);
    expect((await call('/app', jwt({ iss: String(school.app.appId) }))).status).toBe(200);
    expect((await call('/app', jwt({ iss: school.app.clientId }))).status).toBe(200);
  });

  test('of another key, of another algorithm, or cut short, is not taken', async () => {
    const { privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    });
    const wrong = [401, 'A JSON web token could not be decoded'];
    expect(await message(await call('/app', jwt({}, { key: privateKey })))).toEqual(wrong);
    expect(await message(await call('/app', jwt({}, { alg: 'none' })))).toEqual(wrong);
    expect(await message(await call('/app', 'Bearer a.b.c'))).toEqual(wrong);
    expect(await message(await call('/app'))).toEqual(wrong);
  });

  test('may live for ten minutes, and must not come from the future', async () => {
    const now = Math.floor(Date.now() / 1000);
    const [, late] = await message(await call('/app', jwt({ exp: now + 1200 })));
    expect(late).toContain('too far in the future');
    const [, expired] = await message(await call('/app', jwt({ iat: now - 700, exp: now - 120 })));
    expect(expired).toContain("'Expiration time' claim ('exp') must be a numeric value");
    const [, early] = await message(await call('/app', jwt({ iat: now + 120 })));
    expect(early).toContain("'Issued at' claim ('iat')");
  });

  test('survives a clock that is wrong by some minutes, as Octokit corrects it', async () => {
    ahead = 20 * minute;
    try {
      const { data } = await school.appOctokit.rest.apps.getAuthenticated();
      expect(data?.slug).toBe('touchstone');
    } finally {
      ahead = 0;
    }
  });

  test('sees the App’s own installations only', async () => {
    const { data } = await school.appOctokit.rest.apps.listInstallations();
    expect(data.map(({ id }) => id)).toEqual([school.installation]);
    await expect(
      school.appOctokit.rest.apps.getInstallation({ installation_id: other }),
    ).rejects.toMatchObject({ status: 404 });
    const found = await school.appOctokit.rest.apps.getRepoInstallation(hello);
    expect(found.data.id).toBe(school.installation);
    await expect(
      school.appOctokit.rest.apps.getRepoInstallation({ owner: 'eve', repo: 'public' }),
    ).rejects.toMatchObject({ status: 404 });
  });

  test('opens no repository', async () => {
    expect((await call('/repos/school/secret', jwt({}))).status).toBe(403);
  });
});

describe('an installation token', () => {
  test('is longer than 40 characters and ends after an hour', async () => {
    const token = await tokenFor();
    expect(token.length).toBeGreaterThan(40);
    expect((await call('/repos/school/secret', `token ${token}`)).status).toBe(200);
    ahead = 61 * minute;
    try {
      expect(await message(await call('/repos/school/secret', `token ${token}`))).toEqual([
        401,
        'Bad credentials',
      ]);
    } finally {
      ahead = 0;
    }
  });

  test('narrowed to one repository sees the others as anyone does', async () => {
    const token = `token ${await tokenFor({ repositories: ['hello-ada'] })}`;
    expect((await call('/repos/school/secret', token)).status).toBe(404);
    expect((await call('/repos/school/hello-ada/pulls', token)).status).toBe(200);
    const list = (await (await call('/installation/repositories', token)).json()) as { total_count: number };
    expect(list.total_count).toBe(1);
  });

  test('narrowed in its permissions may do no more', async () => {
    const token = `token ${await tokenFor({ permissions: { contents: 'read' } })}`;
    expect(await message(await call('/repos/school/hello-ada/pulls', token))).toEqual([
      403,
      'Resource not accessible by integration',
    ]);
    expect((await call('/repos/school/hello-ada/commits/main', token)).status).toBe(200);
  });

  test('cannot be widened beyond what was granted', async () => {
    await expect(tokenFor({ permissions: { administration: 'write' } })).rejects.toMatchObject({
      status: 422,
    });
    await expect(tokenFor({ permissions: { contents: 'write' } })).rejects.toMatchObject({ status: 422 });
    await expect(tokenFor({ repositories: ['hidden'] })).rejects.toMatchObject({ status: 422 });
  });

  test('elsewhere reads what is public, sees nothing private and writes nothing', async () => {
    const token = `token ${await tokenFor()}`;
    expect((await call('/repos/eve/public/commits/main', token)).status).toBe(200);
    expect((await call('/repos/eve/hidden', token)).status).toBe(404);
    const { rest } = school.octokit;
    await expect(
      rest.checks.create({ owner: 'eve', repo: 'public', name: 'x', head_sha: 'a'.repeat(40) }),
    ).rejects.toMatchObject({ status: 403 });
  });

  test('of an App that was uninstalled is worth nothing', async () => {
    const second = school.standIn.apps.register({ name: 'Second', owner: 'tom', permissions, events: [] });
    const installation = school.standIn.apps.install({ appId: second.appId, account: 'school' });
    const issued = await call(
      `/app/installations/${installation}/access_tokens`,
      jwt({ iss: second.appId }, { key: second.privateKey }),
      { method: 'POST' },
    );
    const { token } = (await issued.json()) as { token: string };
    expect((await call('/repos/school/secret', `token ${token}`)).status).toBe(200);
    school.standIn.apps.uninstall({ installation });
    expect((await call('/repos/school/secret', `token ${token}`)).status).toBe(401);
  });
});

test('without credentials: the public, for reading', async () => {
  expect((await call('/repos/school/hello-ada')).status).toBe(200);
  expect((await call('/repos/school/secret')).status).toBe(404);
  expect((await call('/repos/school/hello-ada', 'token nonsense')).status).toBe(401);
});
