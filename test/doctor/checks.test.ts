import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Check } from '../../src/doctor/check.ts';
import { clockCheck } from '../../src/doctor/clock.ts';
import { courseCheck } from '../../src/doctor/course.ts';
import { databaseCheck } from '../../src/doctor/database.ts';
import type { DatabaseState } from '../../src/doctor/database.ts';
import { containmentCheck, dockerCheck, imagesCheck } from '../../src/doctor/docker.ts';
import { githubAppCheck } from '../../src/doctor/github-answers.ts';
import { appSettingsCheck, webhookSecretCheck } from '../../src/doctor/github-app.ts';
import { diskCheck, nodeCheck } from '../../src/doctor/machine.ts';
import { redisCheck } from '../../src/doctor/redis.ts';
import { teamsCheck } from '../../src/doctor/teams.ts';
import { runDoctor } from '../../src/doctor/run-doctor.ts';

async function resultOf(check: Check) {
  const [result] = await runDoctor([check]);
  if (result === undefined) throw new Error('no result');
  return result;
}

const verdict = async (check: Check) => (await resultOf(check)).ok;

describe('node', () => {
  it.each([
    ['20.20.0', true],
    ['20.19.9', false],
    ['9.99.0', false],
    ['24.0.0', true],
    ['20.20', true],
  ])('%s: %s', async (version, ok) => {
    expect(await verdict(nodeCheck({ version }))).toBe(ok);
  });
});

describe('docker', () => {
  const docker = (version: string, apiVersion: string) =>
    dockerCheck({ askDocker: () => Promise.resolve({ version, apiVersion }) });

  it.each([
    ['20.10.24', '1.41', true],
    ['28.2.2', '1.50', true],
    ['19.03.15', '1.40', false],
  ])('%s with API %s: %s', async (version, api, ok) => {
    expect(await verdict(docker(version, api))).toBe(ok);
  });

  it.each([
    ['has all limits', null, [], true],
    ['has the runtime that is set', 'runsc', [], true],
    ['lacks the runtime that is set', 'kata', [], false],
    ['would start containers without a limit', null, ['a limit on swap'], false],
  ])('%s', async (_, runtime, lacking, ok) => {
    const askContainment = () => Promise.resolve({ lacking, runtimes: ['runc', 'runsc'] });
    const { found, ok: seen } = await resultOf(containmentCheck({ runtime, askContainment }));
    expect(seen).toBe(ok);
    for (const word of ok ? [] : [runtime, ...lacking]) expect(found).toContain(word ?? '');
  });

  it('names the images that are missing', async () => {
    const images = (missing: string[]) =>
      imagesCheck({ sandboxImages: () => Promise.resolve({ wanted: ['learner:1', 'runner:1'], missing }) });
    expect(await verdict(images([]))).toBe(true);
    const result = await resultOf(images(['runner:1']));
    expect(result).toMatchObject({ ok: false, found: '1 of 2 sandbox images are missing: runner:1' });
    expect(result.fix).toContain('touchstone images');
  });
});

describe('redis', () => {
  it.each([
    ['7.0.15', 'noeviction', true],
    ['7.0.15', null, true],
    ['7.0.15', 'allkeys-lru', false],
    ['6.0.16', 'noeviction', false],
  ])('%s with %s: %s', async (version, evictionPolicy, ok) => {
    expect(await verdict(redisCheck({ askRedis: () => Promise.resolve({ version, evictionPolicy }) }))).toBe(
      ok,
    );
  });
});

describe('database', () => {
  const state = (changes: Partial<DatabaseState>) =>
    resultOf(
      databaseCheck({
        askDatabase: () =>
          Promise.resolve({ kind: 'PostgreSQL', version: '15.8', applied: 3, known: 3, ...changes }),
      }),
    );

  it('accepts one that has every migration', async () => {
    expect(await state({})).toMatchObject({ ok: true, found: 'PostgreSQL 15.8, migrated' });
  });
  it('accepts one that is still to be migrated, and says so', async () => {
    const result = await state({ applied: 1 });
    expect(result.ok).toBe(true);
    expect(result.found).toContain('2 migrations to come');
  });
  it('refuses one that a newer Touchstone has migrated', async () => {
    const result = await state({ applied: 4 });
    expect(result.ok).toBe(false);
    expect(result.fix).toContain('backup');
  });
  it('refuses PostgreSQL 14', async () => {
    expect(await state({ version: '14.20 (Debian 14.20-1)' })).toMatchObject({ ok: false });
  });
});

describe('github settings', () => {
  const key = (type: 'rsa' | 'ed25519') => {
    const pair =
      type === 'rsa' ? generateKeyPairSync('rsa', { modulusLength: 2048 }) : generateKeyPairSync('ed25519');
    return pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  };
  const settings = { missing: [], privateKey: key('rsa'), webhookSecrets: ['a secret of some length'] };

  it('accepts an RSA key', async () => {
    expect(await verdict(appSettingsCheck(settings))).toBe(true);
  });
  it('names what is missing', async () => {
    const result = await resultOf(
      appSettingsCheck({ ...settings, missing: ['TOUCHSTONE_APP_ID'], privateKey: null }),
    );
    expect(result).toMatchObject({ ok: false, found: 'not set: TOUCHSTONE_APP_ID' });
  });
  it.each([
    ['another kind of key', key('ed25519')],
    ['half a key', settings.privateKey.slice(0, 400)],
    ['a file name', '/etc/touchstone/key.pem'],
  ])('refuses %s without printing it', async (_what, privateKey) => {
    const result = await resultOf(appSettingsCheck({ ...settings, privateKey }));
    expect(result.ok).toBe(false);
    expect(JSON.stringify(result)).not.toContain(privateKey.slice(30, 60) || privateKey);
  });
  it.each([
    ['none', [], false],
    ['one that can be guessed', ['development'], false],
    ['one', ['0123456789abcdef'], true],
    ['two during rotation', ['0123456789abcdef', 'fedcba9876543210'], true],
    ['a weak old one', ['0123456789abcdef', 'q1w2e3'], false],
  ])('webhook secrets, %s: %s', async (_what, webhookSecrets, ok) => {
    const result = await resultOf(webhookSecretCheck({ ...settings, webhookSecrets }));
    expect(result.ok).toBe(ok);
    for (const secret of webhookSecrets) expect(JSON.stringify(result)).not.toContain(secret);
  });
});

describe('github app', () => {
  const manifest = { permissions: { checks: 'write', contents: 'read' }, events: ['pull_request', 'push'] };
  const grants = (permissions: Record<string, string>, events: string[]) =>
    resultOf(
      githubAppCheck({ manifest, askGitHub: () => Promise.resolve({ name: 'School', permissions, events }) }),
    );

  it('accepts the grants of the manifest, and more', async () => {
    const result = await grants({ checks: 'write', contents: 'write' }, ['push', 'pull_request', 'label']);
    expect(result).toMatchObject({ ok: true, found: 'GitHub knows the App as "School"' });
  });
  it('names each grant that is lacking', async () => {
    const result = await grants({ checks: 'read' }, ['push']);
    expect(result.ok).toBe(false);
    expect(result.found).toBe(
      'the App "School" lacks: permission "checks: write", permission "contents: read", event "pull_request"',
    );
  });
});

describe('clock', () => {
  const skewed = (ms: number) =>
    resultOf(
      clockCheck({ clock: { now: () => 1_000_000 }, githubTime: () => Promise.resolve(1_000_000 + ms) }),
    );

  it.each([
    [0, true],
    [30_000, true],
    [-30_000, true],
    [31_000, false],
    [-31_000, false],
  ])('%d ms: %s', async (ms, ok) => {
    expect((await skewed(ms)).ok).toBe(ok);
  });
  it('says which way', async () => {
    expect((await skewed(90_000)).found).toContain('90 s behind');
    expect((await skewed(-90_000)).found).toContain('90 s ahead of');
  });
});

describe('disk and course', () => {
  it('wants 2 GiB', async () => {
    const disk = (bytes: number) => diskCheck({ place: '/data', freeBytes: () => Promise.resolve(bytes) });
    expect(await verdict(disk(2 * 1024 ** 3))).toBe(true);
    expect(await resultOf(disk(1024 ** 3))).toMatchObject({ ok: false, found: '1.0 GiB free at "/data"' });
  });
  it('names the course', async () => {
    const course = courseCheck({
      dir: 'rubrics',
      readCourse: () => Promise.resolve({ title: 'Web', projects: 3, warnings: [] }),
    });
    expect(await resultOf(course)).toMatchObject({ ok: true, found: '"Web", 3 projects', fix: null });
  });

  it('tells the warnings of a course that can be used', async () => {
    const course = courseCheck({
      dir: 'rubrics',
      readCourse: () =>
        Promise.resolve({ title: 'Web', projects: 3, warnings: ['rubrics/a/rubric.yml:6: low'] }),
    });
    const { ok, found, fix } = await resultOf(course);
    expect({ ok, found }).toEqual({
      ok: true,
      found: '"Web", 3 projects; warning: rubrics/a/rubric.yml:6: low',
    });
    expect(fix).toContain('author');
  });
});

describe('teams', () => {
  const sizes = new Map<string, number | null>([
    ['school/staff', 4],
    ['school/gone', null],
  ]);
  it.each([
    ['that there are', ['school/staff'], true, 'school/staff: 4'],
    ['that there are none of', [], true, 'names none'],
    ['that GitHub does not have', ['school/staff', 'school/gone'], false, 'no team school/gone'],
    ['that nobody lets us see', ['school/hidden'], false, 'not allowed'],
  ])('%s', async (_, named, ok, found) => {
    const members = (team: string) => {
      const size = sizes.get(team);
      return size === undefined ? Promise.reject(new Error('not allowed')) : Promise.resolve(size);
    };
    const result = await resultOf(teamsCheck({ teams: () => Promise.resolve(named), members }));
    expect(result).toMatchObject({ ok, found: expect.stringContaining(found) as string });
  });
});
