import { describe, expect, it } from 'vitest';
import { assertSafe } from '../../src/web/app-settings.ts';
import type { AppSettings } from '../../src/web/app-settings.ts';
import { settings, startWeb } from './harness.ts';

const codeOf = (changed: Partial<AppSettings>) => {
  try {
    assertSafe({ ...settings, ...changed });
    return 'safe';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('settings of the App', () => {
  it('are taken when they are complete', () => {
    expect(codeOf({})).toBe('safe');
  });

  it.each<[string, Partial<AppSettings>, string]>([
    ['an empty secret', { webhookSecrets: [''] }, 'web.unsafe-secret'],
    ["Probot's default secret", { webhookSecrets: ['development'] }, 'web.unsafe-secret'],
    [
      "Probot's default secret as the old one",
      { webhookSecrets: ['good', 'development'] },
      'web.unsafe-secret',
    ],
    ['no App id', { appId: 0 }, 'web.bad-app-id'],
    ['an App id that is no number', { appId: Number.NaN }, 'web.bad-app-id'],
    ['no key', { privateKey: '' }, 'web.bad-private-key'],
    ['a key that is none', { privateKey: '-----BEGIN RSA PRIVATE KEY-----\nabc' }, 'web.bad-private-key'],
  ])('are refused: %s', (_name, changed, code) => {
    expect(codeOf(changed)).toBe(code);
  });

  it('keep the server from starting, without printing a secret', async () => {
    const bad = { ...settings, webhookSecrets: ['development'] as const };
    await expect(startWeb({ settings: bad })).rejects.toMatchObject({ code: 'web.unsafe-secret' });
  });

  it('are not taken from the environment behind our back', async () => {
    process.env.WEBHOOK_SECRET = 'from-the-environment';
    process.env.REDIS_URL = 'redis://127.0.0.1:1';
    try {
      const { close } = await startWeb();
      await close();
    } finally {
      delete process.env.WEBHOOK_SECRET;
      delete process.env.REDIS_URL;
    }
  });
});
