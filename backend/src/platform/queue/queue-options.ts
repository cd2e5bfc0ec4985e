/** Where jobs are carried: by Redis when there is one, else by the product's own PostgreSQL. */
export interface QueueOptions {
  databaseUrl: string;
  redisUrl?: string | null | undefined;
}

/** Injection token of {@link QueueOptions}. */
export const QUEUE_OPTIONS = Symbol('QueueOptions');

/** How long a producer and the probe wait for a carrier that does not answer. */
export const PATIENCE_MS = 2_000;
