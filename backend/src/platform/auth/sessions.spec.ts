import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntityManager } from '@mikro-orm/postgresql';
import { viewer } from '../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/database.ts';
import { Config } from '../config/config.ts';
import { hashToken, Sessions } from './sessions.ts';

describe('remembering sessions', () => {
  let db: TestDatabase;
  beforeAll(async () => { db = await createTestDatabase(); });
  afterAll(() => db.close());

  const open = async (token: string): Promise<string> => {
    const now = db.clock.now();
    const hash = hashToken(token);
    await db.em().execute('insert into session (token_hash, person_id, post_id, created_at, seen_at, expires_at) values (?, ?, ?, ?, ?, ?)', [hash, viewer.personId, viewer.postId, now, now, new Date(now.getTime() + 3_600_000)]);
    return hash;
  };

  it('does not remember what was taken away while it was being read', async () => {
    const hash = await open('token');
    let arrive = (): void => undefined;
    const arrival = new Promise<void>((resolve) => { arrive = resolve; });
    let hold = true;
    let isRead = (): void => undefined;
    const read = new Promise<void>((resolve) => { isRead = resolve; });
    // The real database, whose first answer is long under way.
    const slow = { fork: () => ({ execute: async (sql: string, values: unknown[]) => {
      const rows = await db.em().execute(sql, values);
      if (hold) { hold = false; isRead(); await arrival; }
      return rows;
    } }) } as unknown as EntityManager;
    const sessions = new Sessions(slow, db.clock, new Config({}));
    sessions.hear(true);
    const asked = sessions.findByHash(hash);
    await read;
    await db.em().execute('delete from session where token_hash = ?', [hash]);
    sessions.forget({ hash });
    arrive();
    await asked;
    expect(await sessions.findByHash(hash)).toBeNull();
  });
});
