import type { Notice, NoticeId } from '@furikaeri/contracts';
import { nextTick, ref } from 'vue';
import { useText } from '../../../shared/i18n/i18n.ts';
import { useToasts } from '../../../shared/ui/toasts.store.ts';
import { useNotices } from '../notices.store.ts';

/** Marking notices, one or all, as the panel and the page do it alike. */
export function useNoticeActions(root: () => HTMLElement | null) {
  const notices = useNotices();
  const toasts = useToasts();
  const { t } = useText();
  const busy = ref(false);

  async function mark(notice: Notice, read: boolean): Promise<void> {
    const links = (): HTMLElement[] => [...root()?.querySelectorAll<HTMLElement>('[data-notice-link]') ?? []];
    const at = links().findIndex((link) => link.closest('[data-notice]')?.getAttribute('data-notice') === notice.id);
    const hadFocus = root()?.contains(document.activeElement) === true;
    const done = notices.mark([notice.id], read);
    await nextTick();
    // Among 未読のみ it is gone at once; who works by keyboard goes on with the one that took its place.
    if (hadFocus && root()?.contains(document.activeElement) !== true) (links()[Math.min(at, links().length - 1)] ?? root())?.focus();
    try { await done; } catch (error) { toasts.refused(error); }
  }
  /** Opening is reading: nobody waits for the server on the way. */
  function opened(notice: Notice): void {
    if (notice.readAt === null) void notices.mark([notice.id], true).catch((error: unknown) => toasts.refused(error));
  }
  async function markAll(): Promise<void> {
    if (busy.value || notices.unread === 0) return;
    busy.value = true;
    try {
      const ids = await notices.allUnread();
      await notices.mark('all', true);
      toasts.show({ tone: 'ok', text: t('notices.allRead', { n: ids.length }), action: { text: t('words.action.undo'), run: () => { void takeBack(ids); } } });
    } catch (error) {
      toasts.refused(error);
    } finally {
      busy.value = false;
    }
  }
  async function takeBack(ids: NoticeId[]): Promise<void> {
    try { await notices.mark(ids, false); } catch (error) { toasts.refused(error); }
  }
  return { busy, mark, opened, markAll };
}
