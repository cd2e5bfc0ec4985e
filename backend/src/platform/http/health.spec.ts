import { expect, it } from '@jest/globals';
import pg from 'pg';
import { readMe } from '@furikaeri/contracts';
import { startTestApi, type TestApi, type Visitor } from '../../../../test/kit/api.ts';
import { viewer } from '../../../../test/kit/cast.ts';
import { createTestDatabase } from '../../../../test/kit/database.ts';
import { waitFor } from '../../../../test/kit/wait-for.ts';

const ready = async (visitor: Visitor) => {
  const response = await visitor.send('GET', '/api/health/ready');
  return { ...((await response.json()) as { checks: Record<string, string>; warnings: string[] }), status: response.status };
};

const withAdmin = async (statement: string): Promise<void> => {
  const admin = new pg.Client({ connectionString: process.env['TEST_PG_ADMIN_URL'] });
  await admin.connect();
  await admin.query(statement);
  await admin.end();
};

/** An API on a database of its own, closed whatever happens. */
async function withApi(environment: Record<string, string>, work: (api: TestApi, database: string) => Promise<void>): Promise<void> {
  const db = await createTestDatabase();
  const api = await startTestApi(db, environment);
  try {
    await work(api, new URL(db.appUrl).pathname.slice(1));
  } finally {
    await api.close();
    await db.close();
  }
}

it('warns when one role both migrates and works', () => withApi({ DATABASE_OWNER_URL: '' }, async (api) => {
  expect(await ready(api.visitor())).toMatchObject({ status: 200, warnings: [expect.stringContaining('one-database-role')] });
}));

it('outlives connections that are cut, tells that the database is away, and comes back', () => withApi({}, async (api, database) => {
  const visitor = await api.as(viewer);
  const cut = () => withAdmin(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database}'`);
  await cut();
  await waitFor(async () => (await ready(visitor)).checks['changes'] === 'ok');
  await withAdmin(`alter database ${database} with allow_connections false`);
  await cut();
  await waitFor(async () => (await ready(visitor)).status === 503);
  expect((await ready(visitor)).checks).toMatchObject({ database: 'down' });
  expect((await visitor.send('GET', '/api/health/live')).status).toBe(200);
  expect((await visitor.send('GET', '/api/session')).status).toBe(503);
  await withAdmin(`alter database ${database} with allow_connections true`);
  await waitFor(async () => (await ready(visitor)).checks['changes'] === 'ok' && (await ready(visitor)).status === 200, { within: 15_000 });
  await visitor.call(readMe, {});
}), 30_000);
