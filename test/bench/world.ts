import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../backend/src/platform/embedded/index.ts';
import { httpClient } from './http-client.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));

/** Printed last; when it is there, all are. */
const LAST_ACCOUNT = 'kanri';

export interface World {
  baseUrl: string;
  /** The owner's connection, to lay out boards of any size. */
  owner: pg.Pool;
  ownerUrl: string;
  /** Logs a demo account in and gives its session cookie. */
  login: (account: string) => Promise<string>;
  appUrl: string;
  /** Ends the product and leaves its data. */
  endServer: () => Promise<void>;
  stop: () => Promise<void>;
}

/** The product as it is shipped, on an embedded PostgreSQL with fsync on, in its own process. */
export async function startWorld(): Promise<World> {
  const home = mkdtempSync(join(tmpdir(), 'furikaeri-bench-'));
  chmodSync(home, 0o711);
  const postgres = await startEmbeddedPostgres({ dataDir: join(home, 'postgres') });
  const { child, baseUrl, accounts } = await startServer({ DATABASE_URL: postgres.appUrl, DATABASE_OWNER_URL: postgres.ownerUrl });
  const owner = new pg.Pool({ connectionString: postgres.ownerUrl, max: 2 });
  owner.on('error', () => undefined);

  const login = async (account: string): Promise<string> => {
    const password = accounts.get(account);
    if (password === undefined) throw new Error(`No demo account named ${account}; there are ${[...accounts.keys()].join(', ')}`);
    const client = httpClient(baseUrl);
    const answer = await client.send('POST', '/api/session', { login: account, password });
    client.close();
    if (answer.status >= 300) throw new Error(`Login of ${account} was refused: ${answer.body.toString()}`);
    return (answer.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; ');
  };
  const stop = async (): Promise<void> => {
    await owner.end();
    await ended(child);
    await postgres.stop();
    rmSync(postgres.dataDir, { recursive: true, force: true });
    rmSync(home, { recursive: true, force: true });
  };
  return { baseUrl, owner, ownerUrl: postgres.ownerUrl, appUrl: postgres.appUrl, login, endServer: () => ended(child), stop };
}

async function startServer(env: Record<string, string>) {
  const child = spawn(process.execPath, ['backend/dist/start.js'], {
    cwd: repository,
    env: { ...process.env, ...env, PORT: '0', NODE_ENV: 'production' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const accounts = new Map<string, string>();
  const baseUrl = await new Promise<string>((resolve, reject) => {
    let address: string | undefined;
    child.once('exit', (code) => reject(new Error(`The server ended with ${code} before it was ready.`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [word, , login, password] = line.split('\t');
      if (word === 'account' && login && password) accounts.set(login, password);
      address ??= /https?:\/\/[\d.a-z]+:\d+/.exec(line)?.[0];
      if (address !== undefined && accounts.has(LAST_ACCOUNT)) resolve(address);
    });
  });
  return { child, baseUrl, accounts };
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
