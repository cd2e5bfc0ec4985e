import { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { Global, Module, type DynamicModule, type Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { SessionGuard } from './auth/session.guard.ts';
import { Sessions } from './auth/sessions.ts';
import { AttemptStore, MemoryAttempts } from './auth/attempts.ts';
import { Clock } from './clock/clock.ts';
import { CommandRunner } from './commands/command-runner.ts';
import { Config } from './config/config.ts';
import type { Orm } from './database/connect.ts';
import { ProblemFilter } from './http/problem.filter.ts';
import { Log } from './log/log.ts';
import { ChangeTail } from './realtime/change-tail.ts';
import { Listener } from './realtime/listener.ts';
import { RedisLink } from './redis/redis-link.ts';
import { RedisAttempts } from './redis/redis-attempts.ts';

/** What a process is started with. */
export interface Equipment {
  config: Config;
  orm: Orm;
  log: Log;
  clock: Clock;
}

/** What every feature may ask for without importing a module: settings, clock, database, the road, the change tail. */
@Global()
@Module({})
export class PlatformModule {
  static with({ config, orm, log, clock }: Equipment): DynamicModule {
    const shared: Provider[] = [
      { provide: Config, useValue: config },
      { provide: MikroORM, useValue: orm },
      { provide: EntityManager, useValue: orm.em },
      { provide: Log, useValue: log },
      { provide: Clock, useValue: clock },
      {
        provide: AttemptStore,
        inject: [RedisLink],
        useFactory: (redis: RedisLink) => (redis.isConfigured ? new RedisAttempts(redis, new MemoryAttempts(clock)) : new MemoryAttempts(clock)),
      },
      RedisLink, CommandRunner, Sessions, Listener, ChangeTail,
    ];
    return {
      module: PlatformModule,
      providers: [...shared, { provide: APP_GUARD, useClass: SessionGuard }, { provide: APP_FILTER, useClass: ProblemFilter }],
      exports: shared,
    };
  }
}
