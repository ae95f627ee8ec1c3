import { Redis } from 'ioredis';
import type { RedisOptions } from 'ioredis';
import type { Logger } from 'pino';

/** Tries again for ever, at least once a second: Redis may be away for as long as it likes. */
const retryStrategy = (times: number) => Math.min(100 * times, 1_000);

const lasting = { retryStrategy, keepAlive: 10_000, connectTimeout: 5_000 };

/** For those who call: a command fails soon where Redis is away or frozen, instead of waiting for it. */
export const callerOptions = {
  ...lasting,
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  commandTimeout: 2_000,
} satisfies RedisOptions;

/**
 * For those who answer: BullMQ wants its commands to wait for Redis. A connection on which nothing comes back for so
 * long (a blocking command is answered within five seconds) leads nowhere and is made again.
 */
export const answererOptions = {
  ...lasting,
  maxRetriesPerRequest: null,
  socketTimeout: 30_000,
} satisfies RedisOptions;

type ConnectionOptions = typeof callerOptions | typeof answererOptions;

/** Opens a connection that logs when it is lost and when it is back, once each, instead of at every try. */
export function connectRedis(url: string, options: ConnectionOptions, log: Logger): Redis {
  const connection = new Redis(url, options);
  let up = true;
  connection.on('error', (error) => {
    if (up) log.warn({ err: error }, 'Redis is away; the work waits in the database');
    up = false;
  });
  connection.on('ready', () => {
    if (!up) log.info('Redis is back');
    up = true;
  });
  return connection;
}
