import type { EntitySchema } from '@mikro-orm/core';
import { Migrator, type Migration } from '@mikro-orm/migrations';
import { defineConfig, type Options } from '@mikro-orm/postgresql';

/** What the tables are, listed by the composition root (src/schema.ts): no reflection and no file discovery. */
export interface Schema {
  entities: readonly EntitySchema[];
  migrations: readonly { name: string; class: new (...args: never[]) => Migration }[];
}

/** MikroORM on one PostgreSQL. */
export const ormOptions = (url: string, schema: Schema, poolMax = 10): Options =>
  defineConfig({
    clientUrl: url,
    entities: [...schema.entities],
    extensions: [Migrator],
    migrations: { migrationsList: [...schema.migrations] as never, tableName: 'migration', snapshot: false, disableForeignKeys: false, silent: true },
    pool: { min: 0, max: poolMax },
    discovery: { warnWhenNoEntities: false },
    forceUtcTimezone: true,
    debug: false,
  });
