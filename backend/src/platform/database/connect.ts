import { MikroORM, type EntityManager } from '@mikro-orm/postgresql';
import { ormOptions, type Schema } from './orm-options.ts';

export type Orm = MikroORM;
export type { EntityManager };

/** Opens a pool of at most `poolMax` connections. Whoever opens it closes it. */
export const open = (url: string, schema: Schema, poolMax?: number): Promise<Orm> => MikroORM.init(ormOptions(url, schema, poolMax));

/** The address a pool was opened with. */
export const databaseUrlOf = (orm: Orm): string => String(orm.config.get('clientUrl'));
