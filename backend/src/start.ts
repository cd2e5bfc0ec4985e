import 'reflect-metadata';
import { fileURLToPath } from 'node:url';
import { startApi } from './main.ts';
import { migrateAll } from './migrate.ts';
import { Clock } from './platform/clock/clock.ts';
import { CommandRunner } from './platform/commands/command-runner.ts';
import { Config } from './platform/config/config.ts';
import { startEmbeddedPostgres } from './platform/embedded/index.ts';
import { createLog } from './platform/log/log.ts';
import { endWith, leave } from './platform/process/end-with.ts';
import { JobWorker } from './platform/queue/index.ts';
import { connect } from './schema.ts';
import { firstStart } from './seeds/first-start.ts';

/** `npm start`: everything in one process, with a PostgreSQL of its own unless DATABASE_URL names another. */
async function start(args: readonly string[]): Promise<void> {
  const config = new Config(process.env);
  const clock = new Clock();
  const log = createLog(config.logLevel === 'info' ? 'warn' : config.logLevel);
  const closers: (() => Promise<unknown>)[] = [];
  let closing = false;
  const closeAll = async (): Promise<void> => {
    closing = true;
    for (const close of closers.splice(0).reverse()) await close();
  };
  const end = endWith(closeAll);
  try {
    const database = await openDatabase(config);
    closers.push(database.stop);
    void database.ended.then(() => {
      if (closing) return;
      process.stderr.write('The database ended, so this ends too. What was saved is safe; `npm start` goes on with it.\n');
      end(1);
    });
    await migrateAll(database.ownerUrl, database.appUrl);
    const orm = await connect(database.appUrl, config.databasePool);
    closers.push(() => orm.close(true));
    const first = await firstStart({ orm, clock, args, runner: new CommandRunner(orm.em, clock) });
    // Said at once: passwords made just now must not be lost to whatever fails after this.
    say(first.lines, first.exitCode === 0 ? process.stdout : process.stderr);
    if (!first.serve) {
      await closeAll();
      leave(first.exitCode);
      return;
    }
    const api = await startApi({ config, orm, log, clock });
    closers.push(api.close);
    await api.app.get(JobWorker).start();
    say([`振り返りボード　${config.publicUrl ?? api.address}`], process.stdout);
  } catch (error) {
    await closeAll().catch(() => undefined);
    process.stderr.write(`${explain(error, config)}\n`);
    leave(1);
  }
}

/** The given database, or the one that comes with the product and ends with this process. */
async function openDatabase(config: Config): Promise<{ ownerUrl: string; appUrl: string; ended: Promise<void>; stop: () => Promise<void> }> {
  if (config.databaseUrl !== null) {
    // Somebody else's: it comes back by itself, and the pool with it.
    return { ownerUrl: config.databaseOwnerUrl ?? config.databaseUrl, appUrl: config.databaseUrl, ended: new Promise(() => undefined), stop: () => Promise.resolve() };
  }
  return startEmbeddedPostgres({ dataDir: config.dataDir ?? fileURLToPath(new URL('../../.data/postgres', import.meta.url)) });
}

const say = (lines: readonly string[], to: NodeJS.WriteStream): void => { if (lines.length > 0) to.write(`${lines.join('\n')}\n`); };

function explain(error: unknown, config: Config): string {
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return `Port ${config.port} is taken. Choose another: PORT=3001 npm start`;
  return error instanceof Error ? (config.logLevel === 'debug' ? (error.stack ?? error.message) : error.message) : String(error);
}

await start(process.argv.slice(2));
