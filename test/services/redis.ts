import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { Redis } from 'ioredis';
import { until } from './until.ts';

/** A Redis of a test's own, that may be killed, frozen and emptied. */
export interface TestRedis {
  url: string;
  /** Kill -9: everything in it is lost. */
  kill(): Promise<void>;
  start(): Promise<void>;
  freeze(): void;
  thaw(): void;
  wipe(): Promise<void>;
  /** Every key in it. */
  keys(): Promise<string[]>;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}

const server = 'redis-server';

/** How Redis is run: a process of our own, or a container where the machine has no redis-server. */
interface Runner {
  start(port: number): void;
  signal(signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): void;
}

const args = (port: number) => [
  '--port',
  String(port),
  '--save',
  '',
  '--appendonly',
  'no',
  '--bind',
  '127.0.0.1',
];

function asProcess(): Runner {
  let child: ChildProcess | undefined;
  return {
    start(port) {
      child = spawn(server, args(port), { stdio: 'ignore' });
    },
    signal: (signal) => void child?.kill(signal),
  };
}

function asContainer(): Runner {
  const name = `touchstone-test-redis-${randomBytes(4).toString('hex')}`;
  const docker = (...words: string[]) => execFileSync('docker', words, { stdio: 'ignore' });
  return {
    start(port) {
      docker(
        'run',
        '--rm',
        '--detach',
        '--name',
        name,
        '--network',
        'host',
        'redis:7',
        'redis-server',
        ...args(port),
      );
    },
    signal(signal) {
      if (signal === 'SIGKILL') docker('rm', '--force', name);
      else docker(signal === 'SIGSTOP' ? 'pause' : 'unpause', name);
    },
  };
}

function hasServer(): boolean {
  try {
    execFileSync(server, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Starts a Redis on a free port. */
export async function startRedis(): Promise<TestRedis> {
  const port = await freePort();
  const runner = hasServer() ? asProcess() : asContainer();
  const options = { port, lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 };

  const once = async <Result>(ask: (redis: Redis) => Promise<Result>): Promise<Result> => {
    const redis = new Redis(options);
    redis.on('error', () => undefined);
    try {
      await redis.connect();
      return await ask(redis);
    } finally {
      redis.disconnect();
    }
  };
  const answers = () =>
    once((redis) => redis.ping()).then(
      () => true,
      () => false,
    );
  const kill = async () => {
    runner.signal('SIGKILL');
    await until('Redis is gone', async () => !(await answers()));
  };
  const start = async () => {
    runner.start(port);
    await until('Redis answers', answers);
  };
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    kill,
    start,
    freeze: () => {
      runner.signal('SIGSTOP');
    },
    thaw: () => {
      runner.signal('SIGCONT');
    },
    wipe: async () => {
      await once((redis) => redis.flushall());
    },
    keys: () => once((redis) => redis.keys('*')),
    stop: kill,
  };
}
