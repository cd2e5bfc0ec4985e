import type { Orm } from './connect.ts';
import { open } from './connect.ts';
import { grantToApplication } from './grants.ts';
import type { Schema } from './orm-options.ts';

/** Brings the schema up to date as the owner, then gives the application's role its rights. Returns the names of what was run. */
export async function migrateSchema(ownerUrl: string, appUrl: string, schema: Schema): Promise<string[]> {
  const orm = await open(ownerUrl, schema, 2);
  try {
    const done = await orm.migrator.up();
    await grantToApplication(ownerUrl, appUrl);
    return done.map(({ name }) => name);
  } finally {
    await orm.close(true);
  }
}

/** Migrations that this code brings and the database lacks. */
export async function pendingMigrations(orm: Orm): Promise<string[]> {
  const rows = await orm.em.fork().execute<{ name: string }[]>('select name from migration');
  const done = new Set(rows.map(({ name }) => name));
  const all = orm.config.get('migrations').migrationsList ?? [];
  return all.map((entry) => ('name' in entry ? entry.name : '')).filter((name) => !done.has(name));
}
