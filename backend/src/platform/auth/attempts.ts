import type { Clock } from '../clock/clock.ts';

/** Counts failures under a key; each count is forgotten a while after its first failure. */
export abstract class AttemptStore {
  abstract count(key: string): Promise<number>;
  abstract add(key: string, seconds: number): Promise<void>;
  abstract clear(key: string): Promise<void>;
  /** Takes one back. */
  abstract forgive(key: string): Promise<void>;
}

export class MemoryAttempts extends AttemptStore {
  private readonly counts = new Map<string, { n: number; until: number }>();

  constructor(private readonly clock: Clock) {
    super();
  }

  override count(key: string): Promise<number> {
    const entry = this.counts.get(key);
    return Promise.resolve(entry && entry.until > this.now() ? entry.n : 0);
  }

  override async add(key: string, seconds: number): Promise<void> {
    if (this.counts.size > 10_000) this.sweep();
    const n = await this.count(key);
    const until = n === 0 ? this.now() + seconds * 1000 : (this.counts.get(key)?.until ?? 0);
    this.counts.set(key, { n: n + 1, until });
  }

  override clear(key: string): Promise<void> {
    this.counts.delete(key);
    return Promise.resolve();
  }

  override forgive(key: string): Promise<void> {
    const entry = this.counts.get(key);
    if (entry && entry.n > 0) entry.n -= 1;
    return Promise.resolve();
  }

  private sweep(): void {
    for (const [key, { until }] of this.counts) if (until <= this.now()) this.counts.delete(key);
  }

  private readonly now = (): number => this.clock.now().getTime();
}
