import type { Change, Notice, NoticeId, OutputOf, listNotices } from '@furikaeri/contracts';

/** すべて, or 未読のみ. */
export type NoticeFilter = 'all' | 'unread';
/** How far down a list has been read: its oldest notice, and whether there are older ones. */
interface Reach { last: string | null; more: boolean }

export interface NoticesState {
  byId: ReadonlyMap<string, Notice>;
  /** Counted by the server, so that it is right for notices that were never loaded, too. */
  unread: number;
  reach: Readonly<Record<NoticeFilter, Reach>>;
}

export const noNotices = (): NoticesState => ({ byId: new Map(), unread: 0, reach: { all: { last: null, more: true }, unread: { last: null, more: true } } });

type Page = Pick<OutputOf<typeof listNotices>, 'notices' | 'more' | 'unread'>;

/** Where a person comes in: the first page, and how many the server counts. From there the stream tells of every change. */
export const firstPage = (page: Page): NoticesState => ({ ...putPage(noNotices(), 'all', page), unread: page.unread });

/**
 * A further page of one list, the newest first, comes to what is known. What the stream has told is newer than the page may
 * be: the count stands, so do the rows that are known, and what was `heard` since the page was asked for happens to its new rows too.
 */
export function putPage(state: NoticesState, filter: NoticeFilter, page: Pick<Page, 'notices' | 'more'>, heard: readonly Pick<Change, 'payload'>[] = []): NoticesState {
  const read = heard.reduce(applyToNotices, { ...state, byId: new Map(page.notices.map((notice) => [notice.id, notice])) });
  const last = page.notices.at(-1)?.id ?? state.reach[filter].last;
  return { ...state, byId: new Map([...read.byId, ...state.byId]), reach: { ...state.reach, [filter]: { last, more: page.more } } };
}

/**
 * What a list shows, the newest first (an id made later sorts later). Only as far down as it was read without a gap:
 * what the other list brought from further down waits until this one has come there.
 */
export function listed(state: NoticesState, filter: NoticeFilter): Notice[] {
  const within = ({ last, more }: Reach, id: string): boolean => !more || (last !== null && id >= last);
  return [...state.byId.values()]
    .filter(({ id, readAt }) => (filter === 'all' ? within(state.reach.all, id) : readAt === null && (within(state.reach.unread, id) || within(state.reach.all, id))))
    .sort((a, b) => (a.id < b.id ? 1 : -1));
}

/** The notices after a change of `person:ID`. A push, the guess of a click and another tab's click all come through here. */
export function applyToNotices(state: NoticesState, { payload }: Pick<Change, 'payload'>): NoticesState {
  if (payload.type === 'notice.added') return { ...state, byId: new Map(state.byId).set(payload.notice.id, payload.notice), unread: payload.unread };
  if (payload.type !== 'notices.marked') return state;
  const { ids, read, at, unread } = payload;
  const named = ids === null ? null : new Set(ids);
  const isMeant = (notice: Notice): boolean => (named === null ? Date.parse(notice.at) <= Date.parse(at) : named.has(notice.id)) && (notice.readAt === null) === read;
  const byId = new Map([...state.byId].map(([id, notice]) => [id, isMeant(notice) ? { ...notice, readAt: read ? at : null } : notice]));
  return { ...state, byId, unread };
}

/** The guess of a click, before the server has said so: what is known here and would change. */
export function guessMarked(state: NoticesState, ids: readonly NoticeId[] | 'all', read: boolean, at: string): NoticesState {
  const known = [...state.byId.values()].filter(({ id, readAt }) => (readAt === null) === read && (ids === 'all' || ids.includes(id))).map(({ id }) => id);
  const unread = ids === 'all' && read ? 0 : Math.max(0, state.unread + (read ? -known.length : known.length));
  return applyToNotices(state, { payload: { type: 'notices.marked', ids: known, read, at, unread } });
}
