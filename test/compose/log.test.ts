import { Redis } from 'ioredis';
import pg from 'pg';
import { drizzle } from 'drizzle-orm/node-postgres';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { createLog } from '../../src/compose/log.ts';
import { service } from '../services/found.ts';
import { startRedis } from '../services/redis.ts';

/** What the log holds after an error was logged, as the one line that it is. */
function logged(error: unknown): string {
  const lines: string[] = [];
  createLog({ logLevel: 'info' }, { write: (line) => void lines.push(line) }).warn({ err: error }, 'said');
  return lines.join('');
}

const rejection = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => {
      throw new Error('it was expected to fail');
    },
    (error: unknown) => error,
  );

describe('an error in the log', () => {
  it('says what Redis refused without the password that was tried', async () => {
    const server = await startRedis();
    const url = server.url.replace('redis://', 'redis://:open-sesame@');
    const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
    const locked = new Redis(server.url);
    try {
      await locked.config('SET', 'requirepass', 'another');
      const refused = new Promise((resolve) => redis.on('error', resolve));
      redis.connect().catch(() => undefined);
      const line = logged(await refused);
      expect(line).toContain('WRONGPASS');
      expect(line).not.toContain('open-sesame');
    } finally {
      redis.disconnect();
      locked.disconnect();
      await server.stop();
    }
  });

  it('says why a query failed without the values that were to be stored', async () => {
    const client = new pg.Client({ connectionString: service('TOUCHSTONE_TEST_DATABASE_URL') });
    await client.connect();
    try {
      const error = await rejection(
        drizzle({ client }).execute(sql`insert into no_such_table values (${'ada-lovelace'})`),
      );
      const line = logged(error);
      expect(line).toContain('no_such_table');
      expect(line).toContain('42P01');
      expect(line).not.toContain('ada-lovelace');
    } finally {
      await client.end();
    }
  });

  it('keeps message, code, frames and causes', () => {
    const cause = Object.assign(new Error('connection reset'), { code: 'ECONNRESET' });
    const { err } = JSON.parse(logged(new TypeError('fetch failed', { cause }))) as Record<string, unknown>;
    expect(err).toMatchObject({
      type: 'TypeError',
      message: 'fetch failed',
      stack: expect.stringContaining('log.test.ts') as string,
      cause: { message: 'connection reset', code: 'ECONNRESET' },
    });
  });

  it('ends with an error that is its own cause', () => {
    const error = new Error('round');
    error.cause = error;
    expect(logged(error)).toContain('round');
  });
});
