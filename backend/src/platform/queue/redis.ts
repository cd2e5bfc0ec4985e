type Use = 'producer' | 'worker';

/**
 * Options, never an instance: BullMQ opens and closes its own connections. A worker waits for Redis as long as it takes;
 * a producer says at once that it is away. Both come back soon after Redis does, and do not hammer it meanwhile.
 */
export const redisConnection = (url: string, use: Use) => ({
  url,
  retryStrategy: (times: number): number => Math.min(times * 200, 2_000),
  maxRetriesPerRequest: use === 'worker' ? null : 1,
  enableOfflineQueue: use === 'worker',
  connectTimeout: 5_000,
});
