import { existsSync } from 'node:fs';
import { stat, writeFile, mkdir, chmod } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { service } from '../services/found.ts';
import { makeCheckout } from './checkout.ts';

let checkout: Awaited<ReturnType<typeof makeCheckout>>;

beforeEach(async () => {
  checkout = await makeCheckout();
  // The sandbox images have tests of their own, and building them for each checkout would take minutes.
  await writeFile(join(checkout.dir, 'scripts/setup/grader-images.sh'), 'ensure_grader_images() { :; }\n');
});

afterEach(async () => {
  await checkout.remove();
});

const connected = async <T>(url: string, use: (redis: Redis) => Promise<T>): Promise<T> => {
  const redis = new Redis(url, {
    lazyConnect: true,
    enableReadyCheck: false,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    return await use(redis);
  } finally {
    redis.disconnect();
  }
};

/** What a server says first to somebody who only says `line`. */
const firstLine = (port: number, line: string) =>
  new Promise<string>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(line));
    socket.once('error', reject).once('data', (bytes) => {
      resolve(bytes.toString());
      socket.destroy();
    });
  });

const pidOf = (redis: Redis) =>
  redis.info('server').then((info) => Number(/process_id:(\d+)/.exec(info)?.[1]));

// Where there is no redis-server it is a container, whose process is not ours to kill.
describe.skipIf(!existsSync('/usr/bin/redis-server'))('a second checkout on one machine', () => {
  let redisUrl = '';

  afterEach(async () => {
    await connected(redisUrl, (redis) => redis.shutdown('NOSAVE')).catch(() => undefined);
  });

  it('gets a Redis of its own, keeps it, and gets it back on the same port after kill -9', async () => {
    const first = await checkout.setup();
    expect(first).toMatchObject({ code: 0, stdout: '' });
    redisUrl = (await checkout.services())['TOUCHSTONE_REDIS_URL'] ?? '';
    expect(redisUrl).not.toBe(service('TOUCHSTONE_REDIS_URL'));
    const pid = await connected(redisUrl, pidOf);

    const second = await checkout.setup();
    expect(second.stderr).not.toContain('starting');
    expect(await connected(redisUrl, pidOf)).toBe(pid);

    process.kill(pid, 'SIGKILL');
    const third = await checkout.setup();
    expect(third.stderr).toContain('starting redis-server');
    expect((await checkout.services())['TOUCHSTONE_REDIS_URL']).toBe(redisUrl);
    expect(await connected(redisUrl, pidOf)).not.toBe(pid);
  });

  it('lets nobody else read the passwords, and nobody in without one', async () => {
    await checkout.setup();
    redisUrl = (await checkout.services())['TOUCHSTONE_REDIS_URL'] ?? '';
    for (const file of ['services.env', 'redis/password', 'redis/redis.conf']) {
      const { mode } = await stat(join(checkout.dir, '.touchstone', file));
      expect([file, (mode & 0o077).toString(8)]).toEqual([file, '0']);
    }
    const accepts = (password: string) =>
      checkout.bash(['redis'], 'redis_is_ours "$1" "$2"', [new URL(redisUrl).port, password]);
    expect((await accepts(new URL(redisUrl).password)).code).toBe(0);
    expect((await accepts('0'.repeat(32))).code).toBe(1);
    expect(await firstLine(Number(new URL(redisUrl).port), 'PING\r\n')).toContain('NOAUTH');
  });
});

describe('what it says to a person', () => {
  const notFound = { DOCKER_HOST: 'unix:///nowhere/docker.sock' };

  it('knows its one option', async () => {
    expect(await checkout.setup(['--for-test'])).toMatchObject({
      code: 2,
      stderr: 'usage: scripts/setup.sh [--for-tests]\n',
    });
  });

  it('names the Node.js that is too old', async () => {
    await mkdir(join(checkout.dir, 'old'));
    const old = join(checkout.dir, 'old/node');
    // Node's own answers to what is asked of it, from a version that cannot be installed here as well.
    await writeFile(old, '#!/bin/sh\n[ "$1" = -p ] && echo 18.20.4\n[ "$1" != -e ]\n');
    await chmod(old, 0o755);
    const result = await checkout.setup([], {
      PATH: `${join(checkout.dir, 'old')}:${process.env['PATH'] ?? ''}`,
    });
    expect(result.code).toBe(1);
    expect(result.stderr).toContain('Node.js is 18.20.4; 20.20 or newer is needed.');
  });

  it('tells a user who may use no Docker what to ask for', async () => {
    const result = await checkout.bash(
      ['say', 'install', 'process', 'docker'],
      'export DOCKER_HOST=$1; is_root() { false; }; ensure_docker',
      [notFound.DOCKER_HOST],
    );
    expect(result.code).toBe(1);
    expect(result.stderr).toContain('usermod -aG docker');
    expect(result.stderr).toContain('run this again');
  });
});
