import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Redis } from 'ioredis';
import { Config } from '../config/config.ts';
import { Log } from '../log/log.ts';

/** The way to Redis, where there is one. Nothing that must be true is kept there: when it is gone, the product goes on. */
@Injectable()
export class RedisLink implements OnApplicationShutdown {
  private readonly clients: Redis[] = [];
  private shared: Redis | undefined;

  constructor(
    private readonly config: Config,
    private readonly log: Log,
  ) {}

  get isConfigured(): boolean {
    return this.config.redisUrl !== null;
  }

  /** One connection for short questions, which fail at once while Redis is away. */
  client(): Redis {
    return (this.shared ??= this.connect());
  }

  connect(): Redis {
    if (this.config.redisUrl === null) throw new Error('There is no REDIS_URL.');
    const client = new Redis(this.config.redisUrl, {
      maxRetriesPerRequest: 1, connectTimeout: 2_000, commandTimeout: 1_000,
      retryStrategy: (times) => Math.min(times * 200, 2_000),
    });
    let told = false;
    client.on('error', (error: Error) => {
      if (!told) this.log.warn({ err: error }, 'Redis is out of reach');
      told = true;
    });
    client.on('ready', () => { told = false; });
    this.clients.push(client);
    return client;
  }

  /** Whether Redis answers now; without one in the settings there is nothing to ask. */
  async isAlive(): Promise<boolean> {
    try {
      return (await this.client().ping()) === 'PONG';
    } catch {
      return false;
    }
  }

  onApplicationShutdown(): void {
    for (const client of this.clients) client.disconnect();
  }
}
