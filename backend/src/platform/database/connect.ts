import { MikroORM, type EntityManager } from '@mikro-orm/postgresql';
import { ormOptions } from './orm-options.ts';

export type Orm = MikroORM;
export type { EntityManager };

/** Opens a pool of at most `poolMax` connections. Whoever opens it closes it. */
export const connect = (url: string, poolMax?: number): Promise<Orm> => MikroORM.init(ormOptions(url, poolMax));
