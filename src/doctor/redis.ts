import { amiss, fine } from './check.ts';
import type { Check } from './check.ts';
import { isAtLeast } from './version.ts';

/** What BullMQ advises (docs.bullmq.io, 'Redis compatibility'). */
const LEAST_REDIS = '6.2';

/** `askRedis` resolves to `redis_version` and, where the server tells it, `maxmemory_policy` of Redis's INFO. */
export function redisCheck({
  askRedis,
}: {
  askRedis: () => Promise<{ version: string; evictionPolicy: string | null }>;
}): Check {
  return {
    id: 'redis',
    fixIfFailing: 'Run `scripts/setup.sh`, or start Redis and set TOUCHSTONE_REDIS_URL to it.',
    examine: async () => {
      const { version, evictionPolicy } = await askRedis();
      const found = `Redis ${version}`;
      if (!isAtLeast(version, LEAST_REDIS)) return amiss(found, `Upgrade Redis to ${LEAST_REDIS} or newer.`);
      // With any other policy a full Redis throws jobs away. The sweep would mend it, but minutes late.
      if (evictionPolicy !== null && evictionPolicy !== 'noeviction') {
        return amiss(
          `${found} with maxmemory-policy ${evictionPolicy}, which may throw waiting work away`,
          'Set `maxmemory-policy noeviction` in redis.conf and restart Redis.',
        );
      }
      return fine(found);
    },
  };
}
