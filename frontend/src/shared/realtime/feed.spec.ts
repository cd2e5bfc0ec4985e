import type { Change } from '@furikaeri/contracts';
import { describe, expect, test } from '@jest/globals';
import { Feed } from './feed.ts';
import type { Tail } from './feed.ts';

const change = (seq: number): Change => ({
  stream: 's', seq, commandId: null, at: '2025-05-20T05:32:00Z',
  payload: { type: 'comment.changed', comment: { id: String(seq) } } as unknown as Change['payload'],
});

function aFeed(after: number | null, log: Change[] = [], pageSize = 100) {
  const seen: number[] = [];
  const asked: number[] = [];
  const readTail = async (_: string, from: number): Promise<Tail> => {
    asked.push(from);
    const rest = log.filter((one) => one.seq > from);
    return { changes: rest.slice(0, pageSize), last: log.at(-1)?.seq ?? 0, more: rest.length > pageSize };
  };
  return { feed: new Feed({ stream: 's', after, apply: (one) => { seen.push(one.seq); }, readTail }), seen, asked };
}

describe('a feed', () => {
  test('applies the next change and ignores an older one', () => {
    const { feed, seen } = aFeed(41);
    for (const seq of [41, 42, 42, 40, 43]) feed.receive(change(seq));
    expect(seen).toEqual([42, 43]);
  });
  test('fills a gap from the log, in order, once', async () => {
    const { feed, seen, asked } = aFeed(41, [42, 43, 44].map(change));
    feed.receive(change(44));
    feed.receive(change(44));
    await feed.catchUp();
    expect(seen).toEqual([42, 43, 44]);
    expect(asked[0]).toBe(41);
  });
  test('reads page after page until there is no more', async () => {
    const { feed, seen } = aFeed(0, [1, 2, 3, 4, 5].map(change), 2);
    await feed.catchUp();
    expect(seen).toEqual([1, 2, 3, 4, 5]);
  });
  test('a listener without a past takes what comes', () => {
    const { feed, seen } = aFeed(null);
    feed.receive(change(7));
    feed.receive(change(8));
    expect(seen).toEqual([7, 8]);
  });
  test('hears nothing once closed', async () => {
    const { feed, seen } = aFeed(1, [change(2)]);
    const reading = feed.catchUp();
    feed.close();
    await reading;
    feed.receive(change(2));
    expect(seen).toEqual([]);
  });
});
