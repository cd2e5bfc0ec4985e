import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { MailLine } from '@furikaeri/contracts';
import { effectScope, nextTick, reactive } from 'vue';
import { transport } from '../../shared/commands/index.ts';
import { useMailLog } from './composables/use-mail-log.ts';
import type { MailFilter } from './composables/use-mail-log.ts';
import { useRetrying } from './composables/use-retrying.ts';
import { isOutcomeUnknown, outcomeOf, stepOf, stillOf, withLines, withPage } from './mail-lines.ts';

const line = (n: number, state: MailLine['state'] = 'sent'): MailLine => ({ id: `mail-${n}`, createdAt: `2025-05-20T0${n}:00:00Z`, state, notBefore: null }) as unknown as MailLine;
const ids = (lines: readonly MailLine[]): string[] => lines.map((one) => `${one.id} ${one.state}`);

describe('the lines of 送信の記録', () => {
  test('a page read again brings new lines and new states, and leaves the older pages', () => {
    expect(ids(withPage([line(3, 'pending'), line(2), line(1)], [line(4, 'pending'), line(3)]))).toEqual(['mail-4 pending', 'mail-3 sent', 'mail-2 sent', 'mail-1 sent']);
  });
  test('what no longer fits the filter goes', () => {
    expect(ids(withPage([line(3, 'pending'), line(2, 'pending'), line(1, 'pending')], [line(3, 'pending'), line(1, 'pending')]))).toEqual(['mail-3 pending', 'mail-1 pending']);
    expect(withPage([line(1, 'pending')], [])).toEqual([]);
  });
  test('one line changes in its place', () => {
    expect(ids(withLines([line(2), line(1)], [line(1, 'bounced')]))).toEqual(['mail-2 sent', 'mail-1 bounced']);
  });
  test('mails tried again are counted until each has an end; one out of sight is still waited for', () => {
    expect(outcomeOf(['mail-1', 'mail-2', 'mail-3', 'mail-9'], [line(1), line(2, 'failed'), line(3, 'claimed')])).toEqual({ total: 4, sent: 1, failed: 1, waiting: 2 });
  });
  test.each([['-7', { kind: 'ladder', days: -7 }], ['0', { kind: 'ladder', days: 0 }], ['nudge:2025-05-20', { kind: 'nudge' }], ['waiting:5', { kind: 'waiting', days: 5 }], ['x', { kind: 'other' }]])('step %s', (step, expected) => {
    expect(stepOf(step)).toEqual(expected);
  });
});

describe('what a mail was about', () => {
  test('of what stood still is since when and how long on the day it went, of all else a deadline', () => {
    const still = (step: string, sentAt: string | null): unknown => stillOf({ step, deadline: '2025-05-01' }, { sentAt }, '2025-05-20', new Set(['2025-05-05', '2025-05-06']));
    expect(still('waiting:5', '2025-05-14T15:30:00Z')).toEqual({ since: '2025-05-01', days: 8 });
    expect(still('waiting:5', null)).toEqual({ since: '2025-05-01', days: 11 });
    expect([still('3', null), still('nudge:2025-05-20', null)]).toEqual([null, null]);
  });
  test('only the code of the product is put into its words', () => {
    expect(['outcome-unknown', '550 no such user', null].map(isOutcomeUnknown)).toEqual([true, false, false]);
  });
});

describe('mails that are tried again', () => {
  const original = { ...transport };
  afterEach(() => { jest.useRealTimers(); Object.assign(transport, original); });
  test('are looked up until each has an end, wherever the list stands', async () => {
    jest.useFakeTimers();
    const looked: string[] = [];
    const ends = new Map([['mail-1', ['claimed', 'sent']], ['mail-2', ['failed']]]);
    transport.fetch = async (path) => {
      if (path === '/api/mails/retry') return Response.json({ mails: [line(1, 'pending'), line(2, 'pending')] });
      const id = path.slice('/api/mails/'.length);
      looked.push(id);
      return Response.json({ ...line(Number(id.at(-1))), state: ends.get(id)?.shift() });
    };
    const scope = effectScope();
    const seen: string[] = [];
    const retrying = scope.run(() => useRetrying((lines) => seen.push(...ids(lines)))) as ReturnType<typeof useRetrying>;
    await retrying.retry(['mail-1', 'mail-2'] as never);
    expect(retrying.outcome.value).toEqual({ total: 2, sent: 0, failed: 0, waiting: 2 });
    for (let rounds = 0; rounds < 5; rounds += 1) await jest.advanceTimersByTimeAsync(3000);
    expect(retrying.outcome.value).toEqual({ total: 2, sent: 1, failed: 1, waiting: 0 });
    expect(looked).toEqual(['mail-1', 'mail-2', 'mail-1']);
    expect(seen.at(-1)).toBe('mail-1 sent');
    scope.stop();
  });
});

describe('送信の記録 on the screen', () => {
  const original = { ...transport };
  let scope: ReturnType<typeof effectScope>;
  let asked: string[];
  let pages: { mails: MailLine[]; more?: boolean; waiting?: number }[];
  const filter = reactive<MailFilter>({ q: '', state: '', kind: '', nudge: '' });
  const settle = async (): Promise<void> => { for (let turns = 0; turns < 12; turns += 1) await Promise.resolve(); };

  beforeEach(() => {
    jest.useFakeTimers();
    asked = [];
    pages = [];
    Object.assign(filter, { q: '', state: '', kind: '', nudge: '' });
    scope = effectScope();
    transport.fetch = async (path) => {
      asked.push(decodeURIComponent(path));
      const { mails, more = false, waiting = 0 } = pages.shift() ?? { mails: [] };
      return Response.json({ mails, more, counts: { waiting, failed: 0, bounced: 0 } });
    };
  });
  afterEach(() => { scope.stop(); jest.useRealTimers(); Object.assign(transport, original); });
  const begin = (): ReturnType<typeof useMailLog> => scope.run(() => useMailLog(() => filter)) as ReturnType<typeof useMailLog>;

  test('asks for what the filters say, and nothing else', async () => {
    Object.assign(filter, { q: ' 北区 ', state: 'failed' });
    pages = [{ mails: [line(1, 'failed')] }];
    const log = begin();
    await settle();
    expect(asked).toEqual(['/api/mails?q=北区&state=failed']);
    expect(ids(log.lines.value ?? [])).toEqual(['mail-1 failed']);
  });
  test('looks again while something waits, and rests when nothing does', async () => {
    pages = [{ mails: [line(1, 'pending')], waiting: 1 }, { mails: [line(1)] }];
    const log = begin();
    await settle();
    jest.advanceTimersByTime(10_000);
    await settle();
    expect(ids(log.lines.value ?? [])).toEqual(['mail-1 sent']);
    jest.advanceTimersByTime(60_000);
    await settle();
    expect(asked).toHaveLength(2);
  });
  test('does not look all the time for what was ordered for tomorrow', async () => {
    pages = [{ mails: [{ ...line(1, 'pending'), notBefore: '2999-01-01T00:00:00Z' }], waiting: 1 }];
    begin();
    await settle();
    jest.advanceTimersByTime(60_000);
    await settle();
    expect(asked).toHaveLength(1);
  });
  test('the next page comes behind, and stays when the first is read again', async () => {
    pages = [{ mails: [line(4), line(3)], more: true }, { mails: [line(2)] }, { mails: [line(5), line(4)], more: true }];
    const log = begin();
    await settle();
    await log.loadMore();
    await log.load();
    expect(asked[1]).toBe('/api/mails?before=mail-3');
    expect(ids(log.lines.value ?? [])).toEqual(['mail-5 sent', 'mail-4 sent', 'mail-3 sent', 'mail-2 sent']);
    expect(log.more.value).toBe(false);
  });
  test('another filter begins anew', async () => {
    pages = [{ mails: [line(1)] }, { mails: [] }];
    const log = begin();
    await settle();
    filter.state = 'bounced';
    await nextTick();
    await settle();
    expect(log.lines.value).toEqual([]);
  });
});
