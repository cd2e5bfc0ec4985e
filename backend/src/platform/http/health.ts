import { MikroORM } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.ts';
import { isOneRole } from '../database/grants.ts';
import { pendingMigrations } from '../database/migrate.ts';
import { Listener } from '../realtime/listener.ts';
import { RedisLink } from '../redis/redis-link.ts';

type Check = 'ok' | 'down' | 'pending' | 'not-configured';

export interface HealthReport {
  status: 'ok' | 'unavailable';
  checks: { database: Check; migrations: Check; changes: Check; redis: Check };
  warnings: string[];
}

/** Whether this process can do its work now. */
@Injectable()
export class Health {
  constructor(
    private readonly orm: MikroORM,
    private readonly config: Config,
    private readonly listener: Listener,
    private readonly redis: RedisLink,
  ) {}

  async report(): Promise<HealthReport> {
    const [database, redis] = await Promise.all([this.database(), this.redisState()]);
    const checks = { ...database, changes: this.listener.isListening ? 'ok' : 'down', redis } as const;
    // Without Redis jobs wait and throttling counts per process: the balancer shall know, and the rest goes on.
    const isReady = checks.database === 'ok' && checks.migrations === 'ok' && checks.redis !== 'down';
    return { status: isReady ? 'ok' : 'unavailable', checks, warnings: this.warnings() };
  }

  private async database(): Promise<{ database: Check; migrations: Check }> {
    try {
      const pending = await withinSeconds(3, pendingMigrations(this.orm));
      return { database: 'ok', migrations: pending.length === 0 ? 'ok' : 'pending' };
    } catch {
      return { database: 'down', migrations: 'pending' };
    }
  }

  private async redisState(): Promise<Check> {
    if (!this.redis.isConfigured) return 'not-configured';
    return (await this.redis.isAlive()) ? 'ok' : 'down';
  }

  private warnings(): string[] {
    const { databaseUrl, databaseOwnerUrl } = this.config;
    const oneRole = databaseUrl !== null && (databaseOwnerUrl === null || isOneRole(databaseOwnerUrl, databaseUrl));
    return oneRole ? ['one-database-role: DATABASE_OWNER_URL is missing or names the same role, so the application could rewrite its own log'] : [];
  }
}

async function withinSeconds<T>(seconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => { timer = setTimeout(() => reject(new Error('too slow')), seconds * 1000); });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
