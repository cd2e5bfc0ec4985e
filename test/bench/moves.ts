import { randomUUID } from 'node:crypto';
import { httpClient } from './http-client.ts';
import type { World } from './world.ts';
import { measureWriters, type Rate } from './writers.ts';

/** A 部会長 moves cards between 実施中 and 完了, each writer its own cards of one and the same lane. */
export async function measureMoves(world: World, cookie: string, cycleId: string, writers: number): Promise<Rate> {
  const clients = Array.from({ length: writers }, () => httpClient(world.baseUrl, cookie));
  const { rows } = await world.owner.query<{ id: string; version: number; progress: string }>('select id, version, progress from card where cycle_id = $1 order by sort', [cycleId]);
  const cards = rows.map((row) => ({ ...row }));
  const rate = await measureWriters(writers, 6, async (writer, turn) => {
    const mine = Math.floor(cards.length / writers);
    const card = cards[writer * mine + (turn % mine)];
    const client = clients[writer];
    if (!card || !client) return false;
    const progress = card.progress === 'in_progress' ? 'completed' : 'in_progress';
    const answer = await client.send('POST', `/api/cards/${card.id}/judge`, { commandId: randomUUID(), expectedVersion: card.version, progress, reason: '計測のため' });
    if (answer.status >= 300) return false;
    const moved = JSON.parse(answer.body.toString()) as { version: number };
    card.version = moved.version;
    card.progress = progress;
    return true;
  });
  for (const client of clients) client.close();
  return rate;
}

/** People comment on cards of one cycle, several on the same card. */
export async function measureComments(world: World, cookie: string, cycleId: string, writers: number): Promise<Rate> {
  const clients = Array.from({ length: writers }, () => httpClient(world.baseUrl, cookie));
  const { rows } = await world.owner.query<{ id: string }>('select id from card where cycle_id = $1 order by sort limit 8', [cycleId]);
  const rate = await measureWriters(writers, 6, async (writer, turn) => {
    const card = rows[(writer + turn) % rows.length];
    const answer = await clients[writer]?.send('POST', `/api/cards/${card?.id}/comments`, { commandId: randomUUID(), text: `計測のコメント ${writer}-${turn}` });
    return answer !== undefined && answer.status < 300;
  });
  for (const client of clients) client.close();
  return rate;
}
