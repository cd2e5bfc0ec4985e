import { readChanges, startReview } from '@furikaeri/contracts';
import type { CardId } from '@furikaeri/contracts';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { OfflineError, isProblem } from './problem-error.ts';
import { transport } from './request.ts';
import { ask, fillPath, send } from './send.ts';

const cardId = '01970000-0000-7000-8000-000000000001' as CardId;
const input = { cardId, expectedVersion: 3 };
const original = { ...transport };
let calls: { url: string; init: RequestInit }[];
let replies: (() => Response | Error)[];

beforeEach(() => {
  calls = [];
  replies = [];
  transport.wait = async () => {};
  transport.fetch = async (url, init) => {
    calls.push({ url, init });
    const reply = (replies.shift() ?? (() => Response.json({ ok: true })))();
    if (reply instanceof Error) throw reply;
    return reply;
  };
});
afterEach(() => { Object.assign(transport, original); });

const bodyOf = (index: number): Record<string, unknown> => JSON.parse(String(calls[index]?.init.body)) as Record<string, unknown>;

describe('send', () => {
  test('fills the path and sends the rest with a command id', async () => {
    await send(startReview, input);
    expect(calls[0]?.url).toBe(`/api/cards/${cardId}/start-review`);
    expect(bodyOf(0)).toEqual({ commandId: expect.any(String), expectedVersion: 3 });
  });
  test('repeats a lost command under the same id', async () => {
    replies = [() => new TypeError('network'), () => new TypeError('network')];
    await send(startReview, input);
    expect(calls).toHaveLength(3);
    expect(bodyOf(2)['commandId']).toBe(bodyOf(0)['commandId']);
  });
  test('gives up after four tries and says that the server is out of reach', async () => {
    replies = Array.from({ length: 4 }, () => () => new TypeError('network'));
    await expect(send(startReview, input)).rejects.toBeInstanceOf(OfflineError);
  });
  test('turns a refusal into a problem and does not repeat it', async () => {
    const body = { type: 'x', code: 'card/wrong-stage', title: 'いまの審査状態ではできません', status: 409 };
    replies = [() => Response.json(body, { status: 409 })];
    const error = await send(startReview, input).catch((caught: unknown) => caught);
    expect(isProblem(error, 'card/wrong-stage')).toBe(true);
    expect(calls).toHaveLength(1);
  });
  test('a lost session leads to the login', async () => {
    let asked = 0;
    transport.onUnauthorized = () => { asked += 1; };
    replies = [() => Response.json({ type: 'x', code: 'account/not-logged-in', title: 'ログイン', status: 401 }, { status: 401 })];
    await expect(send(startReview, input)).rejects.toThrow('ログイン');
    expect(asked).toBe(1);
  });
  test('an answer that is no problem body still has a code', async () => {
    replies = [() => new Response('<html>', { status: 500 })];
    const error = await send(startReview, input).catch((caught: unknown) => caught);
    expect(isProblem(error, 'server/unexpected')).toBe(true);
  });
});

describe('ask', () => {
  test('puts what the path does not take into the query string', async () => {
    await ask(readChanges, { stream: 'cycle:1', after: 4 });
    expect(calls[0]?.url).toBe('/api/changes?stream=cycle%3A1&after=4');
    expect(calls[0]?.init.body).toBeUndefined();
  });
});

test('fillPath escapes what it puts in', () => {
  expect(fillPath('/a/:id/b', { id: 'x/y', z: 1 })).toEqual({ path: '/a/x%2Fy/b', rest: { z: 1 } });
});
