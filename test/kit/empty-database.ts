import { randomBytes } from 'node:crypto';
import pg from 'pg';

export interface EmptyDatabase {
  /** What the product reads from its environment to use this database. */
  readonly settings: { DATABASE_URL: string; DATABASE_OWNER_URL: string };
  readonly ask: <Row>(sql: string, values?: unknown[]) => Promise<Row[]>;
  readonly drop: () => Promise<void>;
}

/** A database with nothing in it, not even a schema: what the product finds on its first start. */
export async function createEmptyDatabase(): Promise<EmptyDatabase> {
  const name = `empty_${randomBytes(8).toString('hex')}`;
  const owner = new URL(given('TEST_PG_OWNER_URL'));
  await once(given('TEST_PG_ADMIN_URL'), `create database ${name} owner ${pg.escapeIdentifier(owner.username)}`);
  const within = (server: string): string => Object.assign(new URL(server), { pathname: `/${name}` }).href;
  const ownerUrl = within(owner.href);
  return {
    settings: { DATABASE_URL: within(given('TEST_PG_APP_URL')), DATABASE_OWNER_URL: ownerUrl },
    ask: (sql, values) => once(ownerUrl, sql, values),
    drop: async () => { await once(given('TEST_PG_ADMIN_URL'), `drop database if exists ${name} with (force)`); },
  };
}

/** One question to a database, over a connection of its own. */
async function once<Row>(url: string, sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql, values)).rows as Row[];
  } finally {
    await client.end();
  }
}

function given(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: the Jest project lacks the globalSetup test/kit/start-postgres.mjs.`);
  return value;
}
