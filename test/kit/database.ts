import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';
import { FixedClock } from '../../backend/src/platform/clock/clock.ts';
import { CommandRunner } from '../../backend/src/platform/commands/command-runner.ts';
import type { EntityManager, Orm } from '../../backend/src/platform/database/connect.ts';
import { connect, migrate } from '../../backend/src/schema.ts';
import { enterCast } from './cast.ts';

export interface TestDatabase {
  /** May do everything in this database. */
  readonly ownerUrl: string;
  /** What the product itself connects with. */
  readonly appUrl: string;
  /** Connected as the application's role, as the product is. */
  readonly orm: Orm;
  /** A fresh EntityManager with nothing loaded. */
  readonly em: () => EntityManager;
  readonly runner: CommandRunner;
  /** Stands at 10:00 on Wednesday 2025-05-14 in Tokyo. */
  readonly clock: FixedClock;
  readonly close: () => Promise<void>;
}

/**
 * A database of one's own, migrated, copied from a template that is made once per server. The cast (test/kit/cast.ts)
 * lives in it unless `cast: false`. Close it in afterAll.
 */
export async function createTestDatabase(options: { cast?: boolean } = {}): Promise<TestDatabase> {
  const template = await ensureTemplate();
  const name = `test_${randomBytes(8).toString('hex')}`;
  await administer((admin) => create(admin, name, template));
  const ownerUrl = inDatabase(url('TEST_PG_OWNER_URL'), name);
  const appUrl = inDatabase(url('TEST_PG_APP_URL'), name);
  const orm = await connect(appUrl);
  if (options.cast !== false) await enterCast(orm.em.fork());
  const clock = new FixedClock(new Date('2025-05-14T01:00:00Z'));
  return {
    ownerUrl, appUrl, orm, clock,
    em: () => orm.em.fork(),
    runner: new CommandRunner(orm.em, clock),
    close: async () => {
      await orm.close(true);
      await administer((admin) => admin.query(`drop database if exists ${name} with (force)`));
    },
  };
}

const create = (admin: pg.Client, name: string, template = 'template1') =>
  admin.query(`create database ${name} owner ${admin.escapeIdentifier(new URL(url('TEST_PG_OWNER_URL')).username)} template ${template}`);

let template: Promise<string> | undefined;

const ensureTemplate = (): Promise<string> => (template ??= administer(async (admin) => {
  // A server of one's own outlives a run, so the name follows what the schema is made of.
  const name = `template_${schemaHash()}`;
  // Workers start at once; the first one makes it, the others wait here.
  await admin.query('select pg_advisory_lock(20250514)');
  const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [name]);
  if (rowCount !== 0) return name;
  const draft = `draft_${randomBytes(6).toString('hex')}`;
  await create(admin, draft);
  await migrate(inDatabase(url('TEST_PG_OWNER_URL'), draft), inDatabase(url('TEST_PG_APP_URL'), draft));
  await admin.query(`alter database ${draft} rename to ${name}`);
  return name;
}));

function schemaHash(): string {
  const hash = createHash('sha256');
  for (const folder of ['migrations', 'platform/database']) {
    const at = new URL(`../../backend/src/${folder}/`, import.meta.url);
    for (const file of readdirSync(at).sort()) hash.update(readFileSync(new URL(file, at)));
  }
  return hash.digest('hex').slice(0, 12);
}

async function administer<T>(work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: url('TEST_PG_ADMIN_URL') });
  admin.on('error', () => undefined);
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

function url(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: the Jest project lacks the globalSetup test/kit/start-postgres.mjs.`);
  return value;
}

function inDatabase(server: string, name: string): string {
  const address = new URL(server);
  address.pathname = `/${name}`;
  return address.href;
}
