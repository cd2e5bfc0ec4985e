import { Config } from './platform/config/config.ts';
import { runIfProgram } from './platform/process/end-with.ts';
import { migrateQueue } from './platform/queue/index.ts';
import { migrate } from './schema.ts';

/** Both schemas, as their owner, and the application's rights in them. Safe to repeat. */
export async function migrateAll(ownerUrl: string, appUrl: string): Promise<string[]> {
  const done = await migrate(ownerUrl, appUrl);
  await migrateQueue(ownerUrl, appUrl);
  return done;
}

async function main(): Promise<void> {
  const { databaseUrl, databaseOwnerUrl } = new Config(process.env);
  if (databaseUrl === null) throw new Error('DATABASE_URL is missing; DATABASE_OWNER_URL names the role that migrates.');
  const done = await migrateAll(databaseOwnerUrl ?? databaseUrl, databaseUrl);
  process.stdout.write(done.length === 0 ? 'The database is up to date.\n' : `Migrated: ${done.join(', ')}\n`);
}

await runIfProgram(import.meta.url, main);
