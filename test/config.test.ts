import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';

const complete = {
  TOUCHSTONE_APP_ID: '42',
  TOUCHSTONE_PRIVATE_KEY: '-----BEGIN KEY-----\\nabc\\n-----END KEY-----',
  TOUCHSTONE_WEBHOOK_SECRET: 'new',
};

const read = (env: Record<string, string>, files: Record<string, string> = {}) =>
  readConfig({ env, readFile: (path) => files[path] ?? null });

describe('the settings', () => {
  it('have a default for everything but the GitHub App', () => {
    const config = read({});
    expect(config.app).toBeNull();
    expect(config.databaseUrl).toBeNull();
    expect(config.concurrency).toBeNull();
    expect(config.sandboxRuntime).toBeNull();
    expect(config.missingAppSettings).toEqual([
      'TOUCHSTONE_APP_ID',
      'TOUCHSTONE_PRIVATE_KEY or TOUCHSTONE_PRIVATE_KEY_FILE (a file that can be read)',
      'TOUCHSTONE_WEBHOOK_SECRET',
    ]);
  });

  it.each(['TOUCHSTONE_APP_ID', 'TOUCHSTONE_PRIVATE_KEY', 'TOUCHSTONE_WEBHOOK_SECRET'] as const)(
    'are no GitHub App without %s, even where it is set to nothing',
    (name) => {
      expect(read({ ...complete, [name]: '' }).app).toBeNull();
    },
  );

  it('unfold a key that was written on one line', () => {
    expect(read(complete).app?.privateKey).toBe('-----BEGIN KEY-----\nabc\n-----END KEY-----');
  });

  it('read the key from a file, and miss it where the file is not there', () => {
    const env = { ...complete, TOUCHSTONE_PRIVATE_KEY: '', TOUCHSTONE_PRIVATE_KEY_FILE: '/keys/app.pem' };
    expect(read(env, { '/keys/app.pem': 'PEM' }).app?.privateKey).toBe('PEM');
    expect(read(env).app).toBeNull();
  });

  it('take two webhook secrets while one replaces the other, the new one first', () => {
    expect(read({ ...complete, TOUCHSTONE_WEBHOOK_SECRET_OLD: 'old' }).app?.webhookSecrets).toEqual([
      'new',
      'old',
    ]);
  });

  it('use what the set-up script found, unless the environment says otherwise', () => {
    const files = {
      '.touchstone/services.env': 'TOUCHSTONE_REDIS_URL=redis://127.0.0.1:7001\nTOUCHSTONE_OTHER=x\n',
    };
    expect(read({}, files).redisUrl).toBe('redis://127.0.0.1:7001');
    expect(read({ TOUCHSTONE_REDIS_URL: 'redis://elsewhere:1' }, files).redisUrl).toBe('redis://elsewhere:1');
  });

  it('name every variable that is wrong and never print a value', () => {
    const wrong = () =>
      read({ TOUCHSTONE_PORT: 'secret-port', TOUCHSTONE_DATABASE_URL: 'mysql://u:secret-pw@h/d' });
    expect(wrong).toThrow(/TOUCHSTONE_PORT/);
    expect(wrong).toThrow(/TOUCHSTONE_DATABASE_URL/);
    expect(wrong).not.toThrow(/secret/);
  });
});
