import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import { httpClient } from './http-client.ts';
import { percentile } from './percentiles.ts';
import type { World } from './world.ts';

/** One move seen by `clients` socket clients: from sending the command to each client's event. */
export async function measureFanout(world: World, leadCookie: string, viewerCookie: string, cycleId: string, clients: number): Promise<{ p50: number; p95: number }> {
  const stream = `cycle:${cycleId}`;
  const sockets = await Promise.all(Array.from({ length: clients }, () => follow(world.baseUrl, viewerCookie, stream)));
  const http = httpClient(world.baseUrl, leadCookie);
  const { rows } = await world.owner.query<{ id: string; version: number; progress: string }>('select id, version, progress from card where cycle_id = $1 order by sort limit 50', [cycleId]);
  const latencies: number[] = [];
  for (const [turn, card] of rows.entries()) {
    const commandId = randomUUID();
    const sent = performance.now();
    const seen = sockets.map((socket) => new Promise<void>((resolve) => {
      const hear = (changes: { commandId: string | null }[]): void => {
        if (!changes.some((change) => change.commandId === commandId)) return;
        socket.off('changes', hear);
        if (turn >= 5) latencies.push(performance.now() - sent);
        resolve();
      };
      socket.on('changes', hear);
    }));
    const progress = card.progress === 'in_progress' ? 'completed' : 'in_progress';
    const answer = await http.send('POST', `/api/cards/${card.id}/judge`, { commandId, expectedVersion: card.version, progress, reason: '計測のため' });
    if (answer.status >= 300) throw new Error(`A move was refused: ${answer.body.toString()}`);
    await Promise.all(seen);
  }
  for (const socket of sockets) socket.disconnect();
  http.close();
  return { p50: percentile(latencies, 0.5), p95: percentile(latencies, 0.95) };
}

function follow(baseUrl: string, cookie: string, stream: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = io(baseUrl, { path: '/api/socket', transports: ['websocket'], forceNew: true, extraHeaders: { cookie, origin: baseUrl } });
    socket.once('connect_error', reject);
    socket.once('connect', () => {
      socket.emit('stream.join', { streams: [stream] }, (ack: { ok: boolean }) => (ack.ok ? resolve(socket) : reject(new Error('The stream was refused.'))));
    });
  });
}
