import { downloadForm, readChanges, startReview, uploadImport } from '@furikaeri/contracts';
import type { CardId, CycleId } from '@furikaeri/contracts';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { OfflineError, isProblem } from './problem-error.ts';
import { transport } from './request.ts';
import { newCommandId } from './command-id.ts';
import { ask, download, fileNameOf, fillPath, send, upload } from './send.ts';

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
  test('a device without a network says so at once', async () => {
    transport.isOffline = () => true;
    replies = [() => new TypeError('network')];
    await expect(send(startReview, input)).rejects.toBeInstanceOf(OfflineError);
    expect(calls).toHaveLength(1);
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

describe('upload', () => {
  test('sends the file itself, its name and command id in the address, and says how far it is', async () => {
    const seen: unknown[] = [];
    transport.sendFile = async (url, { content, headers, onProgress, onSent }) => {
      onProgress?.(1, 3);
      onSent?.();
      seen.push(new URL(url, 'http://x').pathname, new URL(url, 'http://x').searchParams.get('fileName'), headers['content-type'], await content.text());
      return Response.json({ id: 1 });
    };
    const commandId = newCommandId();
    const told: string[] = [];
    const answer = await upload(uploadImport, { fileName: '様式 R6.txt' }, new Blob(['abc']), { commandId, onProgress: (sent, total) => told.push(`${sent}/${total}`), onSent: () => told.push('sent') });
    expect(answer).toEqual({ id: 1 });
    expect(seen).toEqual(['/api/imports', '様式 R6.txt', 'application/octet-stream', 'abc']);
    expect(told).toEqual(['1/3', 'sent']);
  });
  test('a refused file is a problem like any other', async () => {
    transport.sendFile = async () => Response.json({ type: 'x', code: 'sheet/binary', title: '読めません', status: 422 }, { status: 422 });
    const error = await upload(uploadImport, { fileName: 'a.pdf' }, new Blob(['x']), { commandId: newCommandId() }).catch((caught: unknown) => caught);
    expect(isProblem(error, 'sheet/binary')).toBe(true);
  });
});

describe('download', () => {
  test('gives the bytes and the name of the server', async () => {
    replies = [() => new Response('a,b', { headers: { 'content-disposition': "attachment; filename=\"form.csv\"; filename*=UTF-8''%E6%A7%98%E5%BC%8F.csv" } })];
    const { content, fileName } = await download(downloadForm, { cycleId: '01970000-0000-7000-8000-000000000002' as CycleId, format: 'csv', encoding: 'cp932' });
    expect([await content.text(), fileName]).toEqual(['a,b', '様式.csv']);
    expect(calls[0]?.url).toBe('/api/cycles/01970000-0000-7000-8000-000000000002/form?format=csv&encoding=cp932');
  });
  test('a file without a name has none', () => {
    expect([fileNameOf(null), fileNameOf('attachment'), fileNameOf('attachment; filename=a.pdf')]).toEqual([null, null, 'a.pdf']);
  });
});
