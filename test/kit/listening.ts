import type { Change } from '../../packages/contracts/src/index.ts';
import { SOCKET_EVENTS } from '../../packages/contracts/src/index.ts';
import { writeLogAndChanges } from '../../backend/src/platform/commands/write-log.ts';
import { newId } from '../../backend/src/platform/commands/new-id.ts';
import { ask, connected, type TestSocket, type Visitor } from './api.ts';
import type { TestDatabase } from './database.ts';
import { waitFor } from './wait-for.ts';

/** Somebody's ears: a socket in some streams, and all it heard. */
export interface Listening {
  readonly socket: TestSocket;
  readonly heard: Change[];
  readonly refused: string[];
  readonly close: () => void;
}

/** Joins these streams one by one; those that are refused are listed. */
export async function listen(visitor: Visitor, ...streams: string[]): Promise<Listening> {
  const socket = visitor.socket();
  const [heard, refused]: [Change[], string[]] = [[], []];
  socket.on('changes', (changes) => heard.push(...changes));
  await connected(socket);
  for (const stream of streams) {
    const answer = await ask(socket, SOCKET_EVENTS.join.event, { streams: [stream] });
    if (!answer.ok) refused.push(stream);
  }
  return { socket, heard, refused, close: () => socket.disconnect() };
}

/** Writes changes into a stream as the command runner does. */
export async function sayIn(db: TestDatabase, streams: string[], strip = ''): Promise<void> {
  const em = db.em();
  await em.transactional((inner) => writeLogAndChanges(
    inner,
    { id: newId(), at: new Date(), name: 'test.say', personId: null, doer: null, inputHash: '', output: {} },
    [{ streams, payload: { type: 'answer.removed', cardId: newId(), submissionId: newId(), organisationId: newId(), strip } }],
  ));
}

/**
 * Proves silence: does `work`, then lets a last word pass through the very same socket, and fails if anything was heard
 * before that word. What was pushed before it would have come before it.
 */
export async function hearsNothing(db: TestDatabase, who: Listening, lastWordIn: string, work: () => Promise<unknown>): Promise<void> {
  const before = who.heard.length;
  await work();
  const word = `last word ${newId()}`;
  await sayIn(db, [lastWordIn], word);
  await waitFor(() => who.heard.some(({ payload }) => payload.type === 'answer.removed' && payload.strip === word), { what: 'the last word' });
  // Several may prove their silence at once: last words of others are no news.
  const between = who.heard.slice(before).filter(({ payload }) => !(payload.type === 'answer.removed' && payload.strip.startsWith('last word ')));
  if (between.length > 0) throw new Error(`Heard ${between.map(({ stream, payload }) => `${payload.type} in ${stream}`).join(', ')}`);
}
