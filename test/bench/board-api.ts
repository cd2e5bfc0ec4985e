import { gunzipSync } from 'node:zlib';
import { httpClient } from './http-client.ts';
import { percentile } from './percentiles.ts';
import type { World } from './world.ts';

/** Opening the board by API, as the 事務局 (who sees most): 60 requests one after another. */
export async function measureBoardApi(world: World, cookie: string, cycleId: string, cards: number): Promise<{ p50: number; p95: number; gzipBytes: number }> {
  const client = httpClient(world.baseUrl, cookie);
  const latencies: number[] = [];
  let gzipBytes = 0;
  for (let round = 0; round < 65; round += 1) {
    const sent = performance.now();
    const answer = await client.send('GET', `/api/cycles/${cycleId}/board`, undefined, { 'accept-encoding': 'gzip' });
    const took = performance.now() - sent;
    if (answer.status !== 200) throw new Error(`The board answered ${answer.status}`);
    if (answer.headers['content-encoding'] !== 'gzip') throw new Error('The board was not compressed.');
    if (round === 0) {
      const board = JSON.parse(gunzipSync(answer.body).toString()) as { cards: unknown[] };
      if (board.cards.length !== cards) throw new Error(`The board has ${board.cards.length} cards instead of ${cards}`);
      gzipBytes = answer.body.length;
    }
    if (round >= 5) latencies.push(took);
  }
  client.close();
  return { p50: percentile(latencies, 0.5), p95: percentile(latencies, 0.95), gzipBytes };
}
