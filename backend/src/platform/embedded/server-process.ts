import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { serverEnvironment } from './server-environment.ts';
import { statusOf } from './residents.ts';
import { asUser } from './server-user.ts';
import type { ServerUser } from './server-user.ts';

const startLimit = 120_000; // recovery after a crash replays the log first
const logLimit = 5_000_000;

/**
 * The watchdog: a shell that holds the reading end of a pipe from this process. The pipe closes when this process stops
 * the server, and just as well when it is killed; both times the shell asks PostgreSQL for a fast shutdown.
 * A background command's standard input would be /dev/null, hence descriptor 3.
 */
const watchdog = `
exec 3<&0 </dev/null
"$@" 3<&- &
server=$!
( read -r order <&3; kill -INT "$server" ) &
watch=$!
exec 3<&-
wait "$server"; code=$?
kill -KILL "$watch" 2>/dev/null
exit "$code"
`;

export type ServerProcess = { ended: Promise<void>; stop: () => Promise<void> };

/** Starts `postgres` and resolves when it takes connections. */
export async function startServer(options: {
  native: string;
  dataDir: string;
  port: number;
  user: ServerUser;
  settings: Record<string, string>;
}): Promise<ServerProcess> {
  const { native, dataDir, user } = options;
  const settings = {
    port: String(options.port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    timezone: 'UTC',
    log_checkpoints: 'off',
    ...options.settings,
  };
  const log = join(dataDir, 'server.log');
  const logFrom = prepareLog(log);
  const output = openSync(log, 'a', 0o600);
  const child = spawn(
    '/bin/sh',
    ['-c', watchdog, 'furikaeri-postgres', join(native, 'bin', 'postgres'), '-D', dataDir, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    // In a session of its own: Ctrl-C reaches the application first, which then closes the database in order.
    { ...asUser(user), cwd: '/', env: serverEnvironment, detached: true, stdio: ['pipe', output, output] },
  );
  closeSync(output);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  child.stdin?.on('error', () => undefined); // the pipe of a server that has ended by itself
  await untilReady(child, ended, join(dataDir, 'postmaster.pid'), () => readFileSync(log, 'utf8').slice(logFrom));
  // A process that has nothing else to do may end; the watchdog then stops the server.
  child.unref();
  (child.stdin as unknown as { unref?: () => void } | null)?.unref?.();
  return {
    ended,
    stop: async () => {
      child.ref();
      child.stdin?.end();
      await ended;
    },
  };
}

async function untilReady(child: ChildProcess, ended: Promise<void>, lock: string, log: () => string): Promise<void> {
  let gone = false;
  void ended.then(() => (gone = true));
  const began = Date.now();
  while (statusOf(lock) !== 'ready') {
    if (gone) throw new Error(`PostgreSQL did not start:\n${log().trim() || 'it ended without a word'}`);
    if (Date.now() - began > startLimit) {
      child.stdin?.end();
      throw new Error(`PostgreSQL was not ready within ${startLimit / 1000} seconds:\n${log().trim()}`);
    }
    await pause(15);
  }
}

function prepareLog(log: string): number {
  if (!existsSync(log)) return 0;
  if (statSync(log).size > logLimit) truncateSync(log);
  return statSync(log).size;
}
