import { AttemptStore } from '../auth/attempts.ts';
import type { RedisLink } from './redis-link.ts';

/** Shared by all API processes; while Redis is away each counts by itself. */
export class RedisAttempts extends AttemptStore {
  constructor(
    private readonly redis: RedisLink,
    private readonly own: AttemptStore,
  ) {
    super();
  }

  override count(key: string): Promise<number> {
    return this.either(async () => Number((await this.redis.client().get(name(key))) ?? 0), () => this.own.count(key));
  }

  override add(key: string, seconds: number): Promise<void> {
    return this.either(async () => {
      await this.redis.client().multi().set(name(key), 0, 'EX', seconds, 'NX').incr(name(key)).exec();
    }, () => this.own.add(key, seconds));
  }

  override clear(key: string): Promise<void> {
    return this.either(async () => { await this.redis.client().del(name(key)); }, () => this.own.clear(key));
  }

  private async either<T>(shared: () => Promise<T>, own: () => Promise<T>): Promise<T> {
    try {
      return await shared();
    } catch {
      return own();
    }
  }
}

const name = (key: string): string => `furikaeri:attempt:${key}`;
