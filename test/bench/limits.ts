import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { Server } from 'socket.io';
import { io } from 'socket.io-client';
import { percentile } from './percentiles.ts';
import { measureWriters } from './writers.ts';

/** What the machine itself can do in this run: figures of the product are read as ratios to these. */
export async function measureLimits(databaseUrl: string): Promise<{ fanoutP95: number; hotRowPerSecond: number }> {
  return { fanoutP95: await bareFanout(), hotRowPerSecond: await hotRow(databaseUrl) };
}

/** socket.io alone: one emit seen by 100 clients in one process, without a database. */
async function bareFanout(): Promise<number> {
  const http = createServer();
  const server = new Server(http, { transports: ['websocket'] });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const clients = await Promise.all(
    Array.from({ length: 100 }, () => new Promise<ReturnType<typeof io>>((resolve) => {
      const client = io(url, { transports: ['websocket'], forceNew: true });
      client.once('connect', () => resolve(client));
    })),
  );
  const latencies: number[] = [];
  for (let round = 0; round < 50; round += 1) {
    const sent = performance.now();
    const seen = clients.map((client) => new Promise<void>((resolve) => client.once('changes', () => {
      latencies.push(performance.now() - sent);
      resolve();
    })));
    server.emit('changes', [{ stream: 'x', seq: round, payload: 'y'.repeat(1200) }]);
    await Promise.all(seen);
  }
  for (const client of clients) client.disconnect();
  await server.close();
  return percentile(latencies, 0.95);
}

/** PostgreSQL alone: 16 connections, each UPDATE of one and the same row plus one INSERT, committed with fsync. */
async function hotRow(databaseUrl: string): Promise<number> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 16 });
  pool.on('error', () => undefined);
  await pool.query('create table if not exists bench_hot (id int primary key, n bigint); create table if not exists bench_row (id bigserial, t text)');
  await pool.query('insert into bench_hot values (1, 0) on conflict do nothing');
  const connections = await Promise.all(Array.from({ length: 16 }, () => pool.connect()));
  const rate = await measureWriters(16, 5, async (writer) => {
    const connection = connections[writer];
    if (!connection) return false;
    await connection.query("begin; update bench_hot set n = n + 1 where id = 1; insert into bench_row (t) values ('x'); commit");
    return true;
  });
  for (const connection of connections) connection.release();
  await pool.query('drop table bench_hot, bench_row');
  await pool.end();
  return rate.perSecond;
}
