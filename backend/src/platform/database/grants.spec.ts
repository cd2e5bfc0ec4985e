import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/database.ts';
import { INSERT_ONLY_TABLES, isOneRole } from './grants.ts';
import { pendingMigrations } from './migrate.ts';

describe("the application's role", () => {
  let db: TestDatabase;
  beforeAll(async () => { db = await createTestDatabase(); });
  afterAll(() => db.close());

  it.each(INSERT_ONLY_TABLES.flatMap((table) => [
    [`update ${table} set at = now()`], [`delete from ${table}`], [`truncate ${table}`], [`drop table ${table}`], [`alter table ${table} disable trigger all`],
  ]))('may not: %s', async (statement) => {
    await expect(db.em().execute(statement)).rejects.toThrow(/permission denied|must be owner/);
  });

  it('may write and clear all other tables', async () => {
    await expect(db.em().execute("insert into closed_day values ('2025-12-29', '年末年始')")).resolves.toBeDefined();
    await expect(db.em().execute('delete from closed_day')).resolves.toBeDefined();
  });

  it('cannot make tables, and cannot pretend that a migration ran', async () => {
    await expect(db.em().execute('create table mine (id int)')).rejects.toThrow('permission denied');
    await expect(db.em().execute("insert into migration (name) values ('x')")).rejects.toThrow('permission denied');
  });

  it('sees that the schema is up to date', async () => {
    expect(await pendingMigrations(db.orm)).toEqual([]);
    expect(isOneRole(db.ownerUrl, db.appUrl)).toBe(false);
  });
});
