import { Redis } from 'ioredis';
import { buildIfStale } from '../../scripts/build-if-stale';
import { runTour } from '../../simulator/tour/run';
import { startRedis } from '../support/redis';
import { describeWithRedis } from '../support/requirements';

jest.setTimeout(300_000);

describeWithRedis('the tour on Redis', () => {
  it('passes, also when everything in Redis is flushed at every step', async () => {
    await buildIfStale(() => undefined);
    const redis = await startRedis();
    const client = new Redis(redis.url);
    let flushed = 0;
    try {
      const faults = await runTour({
        shop: 'harbor.myshopify.com',
        mode: 'automatic',
        redisUrl: redis.url,
        atStep: async () => {
          await client.flushall();
          flushed += 1;
        },
      });
      expect(faults).toEqual([]);
      expect(flushed).toBeGreaterThan(5);
    } finally {
      client.disconnect();
      await redis.stop();
    }
  });
});
