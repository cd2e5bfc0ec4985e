import type { Change, NoticeId } from '@furikaeri/contracts';
import { describe, expect, test } from '@jest/globals';
import { aNotice } from './notices.builders.ts';
import { applyToNotices, firstPage, guessMarked, listed, noNotices, putPage } from './notices.reducer.ts';
import type { NoticesState } from './notices.reducer.ts';

const AT = '2025-05-20T06:00:00Z';
const added = (id: string, unread: number): Pick<Change, 'payload'> => ({ payload: { type: 'notice.added', notice: aNotice(id), unread } });
const marked = (ids: string[] | null, read: boolean, unread: number, at = AT): Pick<Change, 'payload'> => ({ payload: { type: 'notices.marked', ids, read, at, unread } });
const ids = (state: NoticesState, filter: 'all' | 'unread' = 'all'): string[] => listed(state, filter).map(({ id }) => id);
const loaded = (...names: string[]): NoticesState => firstPage({ notices: names.map((id) => aNotice(id)), more: false, unread: names.length });

describe('a person’s notices', () => {
  test('a new one stands first and the server’s count is taken', () => {
    const state = applyToNotices(loaded('n2', 'n1'), added('n3', 3));
    expect([ids(state), state.unread]).toEqual([['n3', 'n2', 'n1'], 3]);
  });
  test('the same one told twice stands once', () => {
    expect(ids(applyToNotices(applyToNotices(loaded('n1'), added('n2', 2)), added('n2', 2)))).toEqual(['n2', 'n1']);
  });
  test('one read on another tab is read here, and can be made unread again', () => {
    const read = applyToNotices(loaded('n2', 'n1'), marked(['n1'], true, 1));
    expect([read.byId.get('n1')?.readAt, read.byId.get('n2')?.readAt, read.unread]).toEqual([AT, null, 1]);
    const again = applyToNotices(read, marked(['n1'], false, 2));
    expect([again.byId.get('n1')?.readAt, again.unread]).toEqual([null, 2]);
  });
  test('すべて既読 reaches what was there then, and nothing that came after it', () => {
    const later = { payload: { type: 'notice.added' as const, notice: aNotice('n3', { at: '2025-05-20T06:00:01Z' }), unread: 3 } };
    const state = applyToNotices(applyToNotices(loaded('n2', 'n1'), later), marked(null, true, 1));
    expect([ids(state, 'unread'), state.unread]).toEqual([['n3'], 1]);
  });
  test('すべて既読 keeps when each was read before', () => {
    const before = applyToNotices(loaded('n1'), marked(['n1'], true, 0, '2025-05-20T05:40:00Z'));
    expect(applyToNotices(before, marked(null, true, 0)).byId.get('n1')?.readAt).toBe('2025-05-20T05:40:00Z');
  });
  test('two tabs that heard the same changes show the same, whatever each had loaded', () => {
    const changes = [added('n3', 3), marked(['n1'], true, 2), added('n4', 3), marked(null, true, 0)];
    const [full, bare] = [loaded('n2', 'n1'), noNotices()].map((state) => changes.reduce(applyToNotices, state));
    expect([full?.unread, bare?.unread]).toEqual([0, 0]);
  });
  test('a change of another kind leaves them alone', () => {
    const state = loaded('n1');
    expect(applyToNotices(state, { payload: { type: 'calendar.changed' } })).toBe(state);
  });
});

describe('a list read page by page', () => {
  const first = firstPage({ notices: [aNotice('n9', { readAt: AT }), aNotice('n8')], more: true, unread: 2 });
  const withUnread = putPage(first, 'unread', { notices: [aNotice('n8'), aNotice('n2')], more: false });

  test('shows no gap: an old unread one is not put under a page that has not come to it', () => {
    expect(ids(withUnread)).toEqual(['n9', 'n8']);
    expect(ids(withUnread, 'unread')).toEqual(['n8', 'n2']);
  });
  test('goes on with the next page', () => {
    expect(ids(putPage(withUnread, 'all', { notices: [aNotice('n5', { readAt: AT }), aNotice('n2')], more: false }))).toEqual(['n9', 'n8', 'n5', 'n2']);
  });
  test('an answer older than what the stream told meanwhile takes nothing of it back', () => {
    const heard = [added('na', 3), marked(['n8', 'n2'], true, 1)];
    const state = putPage(heard.reduce(applyToNotices, first), 'unread', { notices: [aNotice('n8'), aNotice('n2'), aNotice('n1')], more: false }, heard);
    expect(state.unread).toBe(1);
    expect(ids(state, 'unread')).toEqual(['na', 'n1']);
    expect([state.byId.get('n8')?.readAt, state.byId.get('n2')?.readAt]).toEqual([AT, AT]);
  });
  test('nor what was clicked meanwhile', () => {
    const state = putPage(guessMarked(first, ['n8' as NoticeId], true, AT), 'unread', { notices: [aNotice('n8')], more: false });
    expect([ids(state, 'unread'), state.unread]).toEqual([[], 1]);
  });
  test('is empty before anything was read', () => { expect(ids(applyToNotices(noNotices(), added('n1', 1)))).toEqual([]); });
  test('an empty page is the end', () => { expect(putPage(first, 'all', { notices: [], more: false }).reach.all).toEqual({ last: 'n8', more: false }); });
});

describe('the guess of a click', () => {
  const mark = (names: string[] | 'all', read: boolean): NoticesState => guessMarked(applyToNotices(loaded('n2', 'n1'), marked(['n1'], true, 1)), names as NoticeId[] | 'all', read, AT);
  test('counts only what changes', () => {
    expect([mark(['n1'], true).unread, mark(['n2'], true).unread, mark(['n1', 'n2'], false).unread, mark('all', true).unread]).toEqual([1, 0, 2, 0]);
  });
});
