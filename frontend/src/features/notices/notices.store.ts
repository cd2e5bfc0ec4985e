import { listNotices, markNotices, readNoticeSettings } from '@furikaeri/contracts';
import type { Change, Notice, NoticeId, NoticeSettings, OutputOf } from '@furikaeri/contracts';
import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import { ask, send } from '../../shared/commands/index.ts';
import { useRealtime } from '../../shared/realtime/realtime.store.ts';
import { applyToNotices, firstPage, guessMarked, listed, noNotices, putPage } from './notices.reducer.ts';
import type { NoticeFilter } from './notices.reducer.ts';

/** A command takes as many at once. */
const AT_ONCE = 200;
export type KnownSettings = OutputOf<typeof readNoticeSettings>;

/** One person's お知らせ, live on every tab: the same stream tells all of them. */
export const useNotices = defineStore('notices', () => {
  const realtime = useRealtime();
  const state = shallowRef(noNotices());
  const status = ref<'idle' | 'loading' | 'ready' | 'failed'>('idle');
  const error = shallowRef<unknown>(null);
  /** The one that has just come, for whoever says it aloud. */
  const latest = shallowRef<Notice | null>(null);
  const settings = shallowRef<KnownSettings | null>(null);
  let person: string | null = null;
  let stop = (): void => {};
  /** What the stream told while pages were on their way. */
  let heard: Change[] = [];
  let reading = 0;

  const unread = computed(() => state.value.unread);
  const list = (filter: NoticeFilter): Notice[] => listed(state.value, filter);
  const more = (filter: NoticeFilter): boolean => state.value.reach[filter].more;

  function apply(change: Change): void {
    state.value = applyToNotices(state.value, change);
    if (reading > 0) heard.push(change);
    if (change.payload.type === 'notice.added') latest.value = change.payload.notice;
  }
  /** Follows the person from what the first page says. Called again, it reads again. */
  async function enter(personId: string): Promise<void> {
    if (person !== personId) leave();
    person = personId;
    status.value = 'loading';
    error.value = null;
    try {
      const [page, known] = await Promise.all([ask(listNotices, {}), ask(readNoticeSettings, {})]);
      if (person !== personId) return;
      settings.value = known;
      state.value = firstPage(page);
      stop();
      const stream = `person:${personId}`;
      stop = realtime.follow(stream, page.seqs[stream] ?? 0, apply);
      status.value = 'ready';
    } catch (failure) {
      if (person !== personId) return;
      error.value = failure;
      status.value = 'failed';
    }
  }
  function leave(): void {
    stop();
    stop = () => {};
    [person, state.value, status.value, latest.value, settings.value] = [null, noNotices(), 'idle', null, null];
  }
  const again = async (): Promise<void> => { if (person !== null) await enter(person); };

  /** The next page of a list; the first one of 未読のみ too. */
  async function readOn(filter: NoticeFilter): Promise<void> {
    const { last, more: hasMore } = state.value.reach[filter];
    if (!hasMore) return;
    reading += 1;
    try {
      const page = await ask(listNotices, { ...(last === null ? {} : { before: last as NoticeId }), ...(filter === 'unread' ? { unreadOnly: true } : {}) });
      state.value = putPage(state.value, filter, page, heard);
    } finally {
      reading -= 1;
      if (reading === 0) heard = [];
    }
  }
  /** Every unread one by name, so that すべて既読 can be taken back for just these. */
  async function allUnread(): Promise<NoticeId[]> {
    while (list('unread').length < unread.value && more('unread')) await readOn('unread');
    return list('unread').map(({ id }) => id);
  }
  /** Shown at once, and taken back by reading again when the server refuses. */
  async function mark(notices: NoticeId[] | 'all', read: boolean): Promise<void> {
    state.value = guessMarked(state.value, notices, read, new Date().toISOString());
    const parts = notices === 'all' ? [notices] : Array.from({ length: Math.ceil(notices.length / AT_ONCE) }, (_, n) => notices.slice(n * AT_ONCE, (n + 1) * AT_ONCE));
    try {
      // What the command answers is not taken: a notice that came after it may have been told already. The stream says both in their order.
      for (const part of parts) await send(markNotices, { notices: part, read });
    } catch (failure) {
      await again();
      throw failure;
    }
  }
  const putSettings = (known: { settings: NoticeSettings; version: number }): void => { settings.value = known; };

  return { status, error, latest, settings, unread, list, more, enter, leave, again, readOn, allUnread, mark, putSettings };
});
