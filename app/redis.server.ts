import { Redis } from 'ioredis';

/**
 * `producer` fails at once while Redis is away, so that nobody waits for a doorbell; `worker` waits for ever and comes
 * back by itself, as BullMQ asks of connections that block.
 */
export function createRedis(url: string, role: 'producer' | 'worker'): Redis {
  const redis = new Redis(url, {
    maxRetriesPerRequest: null,
    enableOfflineQueue: role === 'worker',
    connectTimeout: 5_000,
    retryStrategy: (times) => Math.min(times * 200, 2_000),
  });
  // Without a listener ioredis writes every lost connection to the console; BullMQ passes them on to us.
  redis.on('error', () => undefined);
  return redis;
}
