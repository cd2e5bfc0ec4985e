import { IsolationLevel } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * Several reads that see one moment: a screen's rows and the stream numbers beside them agree, so that no change is
 * applied twice or missed.
 */
export const readSnapshot = <T>(em: EntityManager, read: (snapshot: EntityManager) => Promise<T>): Promise<T> =>
  em.fork().transactional(read, { isolationLevel: IsolationLevel.REPEATABLE_READ, readOnly: true });
