import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from './index.ts';
import type { EmbeddedPostgres } from './index.ts';

// Making a cluster takes a second, and several on a busy machine.
jest.setTimeout(60_000);

let home: string;
const started: EmbeddedPostgres[] = [];

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'furikaeri-embedded-'));
  chmodSync(home, 0o711); // the server's user has to pass through
});
afterAll(async () => {
  for (const server of started) await server.stop();
  rmSync(home, { recursive: true, force: true });
});

async function start(name: string): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir: join(home, name) });
  started.push(server);
  return server;
}

async function ask<Row>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Row[];
  } finally {
    await client.end();
  }
}

describe('the embedded PostgreSQL', () => {
  test('has two roles, of which only the owner may make tables, and knows Japanese letters', async () => {
    const server = await start('roles');
    await ask(server.ownerUrl, 'create extension pg_trgm; create table t (n int)');
    const [row] = await ask<{ trigrams: string[]; fsync: string }>(server.ownerUrl, `select show_trgm('東京都') trigrams, current_setting('fsync') fsync`);
    expect(row?.trigrams.length).toBeGreaterThan(0);
    expect(row?.fsync).toBe('on');
    await expect(ask(server.appUrl, 'create table mine (n int)')).rejects.toThrow(/permission denied/);
    await expect(ask(server.appUrl, 'select * from t')).rejects.toThrow(/permission denied/);
    await server.createDatabase('copy', 'furikaeri');
    expect(await ask(server.ownerUrl.replace(/furikaeri$/, 'copy'), 'select n from t')).toEqual([]);
    await server.dropDatabase('copy');
    await server.stop();
  });

  test('keeps data, passwords and port over a stop, and its secrets are readable by their owner only', async () => {
    const first = await start('kept');
    await ask(first.ownerUrl, 'create table t as select 7 as n');
    await first.stop();
    const second = await start('kept');
    expect(second.ownerUrl).toBe(first.ownerUrl);
    expect(await ask(second.ownerUrl, 'select n from t')).toEqual([{ n: 7 }]);
    expect(statSync(join(second.dataDir, 'furikaeri.json')).mode & 0o777).toBe(0o600);
    await second.stop();
  });

  test('says so when it is already running there', async () => {
    const server = await start('twice');
    await expect(startEmbeddedPostgres({ dataDir: server.dataDir })).rejects.toThrow(/already running/);
    expect(await ask(server.ownerUrl, 'select 1 as n')).toEqual([{ n: 1 }]);
    await server.stop();
  });

  test('starts over a lock file that names a living stranger', async () => {
    const server = await start('stale');
    await server.stop();
    const lock = join(server.dataDir, 'postmaster.pid');
    writeFileSync(lock, `${process.pid}\n${server.dataDir}\n0\n1\n\n127.0.0.1\n0\nready   \n`);
    const again = await start('stale');
    expect(await ask(again.ownerUrl, 'select 1 as n')).toEqual([{ n: 1 }]);
    await again.stop();
  });

  test('ends when the process that started it is killed, and loses no committed row', async () => {
    const dataDir = join(home, 'killed');
    const module = new URL('./index.ts', import.meta.url).href;
    const script = `
      const { startEmbeddedPostgres } = await import(${JSON.stringify(module)});
      const server = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)} });
      console.log(server.ownerUrl);
      setInterval(() => {}, 1000);`;
    const host = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = (await once(host.stdout, 'data')) as [Buffer];
    const url = line.toString().trim();
    await ask(url, 'create table t as select 41 as n; update t set n = n + 1');
    const server = Number(readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n')[0]);
    host.kill('SIGKILL');
    await once(host, 'exit');
    const again = await start('killed'); // waits until the old server has left the folder
    expect(existsSync(`/proc/${server}/cwd`) && readFileSync(`/proc/${server}/stat`, 'utf8').split(' ')[2] !== 'Z').toBe(false);
    expect(await ask(again.ownerUrl, 'select n from t')).toEqual([{ n: 42 }]);
    await again.stop();
  });
});
