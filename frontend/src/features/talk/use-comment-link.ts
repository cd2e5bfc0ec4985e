import { nextTick, watch } from 'vue';
import type { WatchSource } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { pointAt } from '../../shared/ui/point-at.ts';

/** ?comment=ID leads to that comment, once, in whichever conversation has it and is in sight. */
export function useCommentLink(root: () => HTMLElement | null, ids: WatchSource<readonly string[]>): void {
  const route = useRoute();
  const router = useRouter();
  watch([ids, () => route.query['comment']], async ([known, wanted]) => {
    if (typeof wanted !== 'string' || !known.includes(wanted)) return;
    await nextTick();
    const place = [...root()?.querySelectorAll<HTMLElement>('[data-comment]') ?? []].find((one) => one.dataset['comment'] === wanted);
    if (place?.checkVisibility() !== true || route.query['comment'] !== wanted) return;
    const { comment: _, ...query } = route.query;
    await router.replace({ query });
    // The list has gone to its end by then.
    requestAnimationFrame(() => pointAt(place));
  }, { immediate: true, flush: 'post' });
}
