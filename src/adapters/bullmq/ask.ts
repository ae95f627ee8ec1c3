import { Redis } from 'ioredis';

const field = (info: string, name: string) =>
  new RegExp(`^${name}:(.*)$`, 'm').exec(info)?.[1]?.trim() ?? null;

/** Asks Redis what it is: its version and what it does when its memory is full. Rejects where it does not answer. */
export async function askRedis(url: string): Promise<{ version: string; evictionPolicy: string | null }> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 });
  // The rejection of `connect` says it too.
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    const info = await redis.info();
    return { version: field(info, 'redis_version') ?? '0', evictionPolicy: field(info, 'maxmemory_policy') };
  } finally {
    redis.disconnect();
  }
}
