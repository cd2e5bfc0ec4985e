import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/database.ts';
import { connect } from '../../schema.ts';

describe('a transaction that fails with its connection', () => {
  let db: TestDatabase;
  beforeAll(async () => { db = await createTestDatabase(); });
  afterAll(() => db.close());

  it('gives the connection back: the pool is whole when the database is', async () => {
    const orm = await connect(db.appUrl, 2);
    for (let round = 0; round < 5; round++) {
      await expect(orm.em.fork().transactional((em) => em.execute('select pg_terminate_backend(pg_backend_pid())'))).rejects.toThrow('terminating connection');
    }
    await expect(orm.em.fork().transactional((em) => em.execute('select 1 as one'))).resolves.toEqual([{ one: 1 }]);
    // A pool that still waits for a connection would never close.
    await orm.close(true);
  });

  it('is never acknowledged when the database rolled it back', async () => {
    const swallowed = db.em().transactional(async (em) => {
      await em.execute("insert into closed_day values ('2025-12-30', '年末年始')");
      await em.execute('select 1/0').catch(() => undefined);
    });
    await expect(swallowed).rejects.toThrow();
    await expect(db.em().execute("select 1 from closed_day where date = '2025-12-30'")).resolves.toEqual([]);
  });
});
