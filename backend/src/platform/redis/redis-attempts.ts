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

  override forgive(key: string): Promise<void> {
    // Only where it is still counted: a count made by taking one back would never end.
    return this.either(async () => { await this.redis.client().eval("if redis.call('exists', KEYS[1]) == 1 then redis.call('decr', KEYS[1]) end", 1, name(key)); }, () => this.own.forgive(key));
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
