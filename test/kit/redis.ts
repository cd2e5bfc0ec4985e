import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitFor } from './wait-for.ts';

export interface TestRedis {
  readonly url: string;
  /** kill -9, as a crash does. */
  kill: () => Promise<void>;
  /** Starts it again on the same port, empty. */
  start: () => Promise<void>;
  flushAll: () => Promise<void>;
  exists: (key: string) => Promise<boolean>;
  close: () => Promise<void>;
}

/** A Redis server of one's own on a free port of this machine, without persistence. */
export async function startRedis(): Promise<TestRedis> {
  const port = await freePort();
  const dir = mkdtempSync(join(tmpdir(), 'furikaeri-redis-'));
  const url = `redis://127.0.0.1:${port}`;
  let server: ChildProcess | null = null;
  const end = () => { server?.kill('SIGKILL'); };
  process.on('exit', end);
  const start = async (): Promise<void> => {
    server = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', dir], { stdio: 'ignore' });
    let failure: Error | null = null;
    server.on('error', (error) => { failure = new Error(`redis-server cannot be started (Debian: apt-get install redis-server): ${error.message}`); });
    await waitFor(async () => {
      if (failure) return failure;
      return (await say(port, 'PING')) === '+PONG';
    }, { within: 10_000, what: 'Redis' });
    if (failure) throw failure as Error;
  };
  const kill = async (): Promise<void> => {
    const running = server;
    server = null;
    if (!running || running.exitCode !== null) return;
    const gone = once(running, 'exit');
    running.kill('SIGKILL');
    await gone;
  };
  await start();
  return {
    url, kill, start,
    flushAll: async () => { await say(port, 'FLUSHALL'); },
    exists: async (key) => (await say(port, `EXISTS ${key}`)) === ':1',
    close: async () => {
      await kill();
      process.off('exit', end);
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** One inline command over a connection of its own; its one line of an answer. */
function say(port: number, command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`${command}\r\n`));
    socket.once('error', reject);
    socket.once('data', (data) => {
      socket.destroy();
      resolve(data.toString().trim());
    });
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
