import { Clock } from './platform/clock/clock.ts';
import { Config } from './platform/config/config.ts';
import { createLog } from './platform/log/log.ts';
import type { Equipment } from './platform/platform.module.ts';
import { connect } from './schema.ts';

/** What a process of a real deployment is started with: its settings, and a pool on the given database. */
export async function equip(environment: Record<string, string | undefined>): Promise<Equipment> {
  const config = new Config(environment);
  if (config.databaseUrl === null) throw new Error('DATABASE_URL is missing. Use `npm start` for the PostgreSQL that comes with the product.');
  return { config, log: createLog(config.logLevel), clock: new Clock(), orm: await connect(config.databaseUrl, config.databasePool) };
}
