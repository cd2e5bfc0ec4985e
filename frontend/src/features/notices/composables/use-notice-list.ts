import { computed, ref, shallowRef, watch } from 'vue';
import { useText } from '../../../shared/i18n/i18n.ts';
import { useNotices } from '../notices.store.ts';
import type { NoticeFilter } from '../notices.reducer.ts';

/** すべて or 未読のみ, read on page by page. */
export function useNoticeList() {
  const notices = useNotices();
  const { t } = useText();
  const filter = ref<NoticeFilter>('all');
  const reading = ref(false);
  const failure = shallowRef<unknown>(null);
  const filters = computed(() => (['all', 'unread'] as const).map((value) => ({ value, text: t(`notices.filter.${value}`) })));
  const list = computed(() => notices.list(filter.value));
  /** More of them on the server: for 未読のみ the count says whether any is missing here. */
  const hasMore = computed(() => (filter.value === 'unread' ? notices.more('unread') && list.value.length < notices.unread : notices.more('all')));

  async function readOn(): Promise<void> {
    if (reading.value) return;
    reading.value = true;
    failure.value = null;
    try { await notices.readOn(filter.value); } catch (error) { failure.value = error; } finally { reading.value = false; }
  }
  watch(filter, () => { if (list.value.length === 0 && hasMore.value) void readOn(); });
  return { filter, filters, list, hasMore, reading, failure, readOn };
}
