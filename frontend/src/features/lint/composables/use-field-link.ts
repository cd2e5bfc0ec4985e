import { nextTick, watch } from 'vue';
import type { WatchSource } from 'vue';
import { useRoute, useRouter } from 'vue-router';

const MARKED = 'field-pointed';
const STAYS = 2400;

/**
 * ?field=results leads to that text of an open card: it comes into sight and takes the focus where it may be written.
 * The address is used once, so that going on to the next card does not point again.
 */
export function useFieldLink(ready: WatchSource<boolean>): void {
  const route = useRoute();
  const router = useRouter();
  watch([ready, () => route.query['field']], async ([isReady, field]) => {
    if (!isReady || typeof field !== 'string' || !/^\w+$/.test(field)) return;
    await nextTick();
    const { field: _, ...query } = route.query;
    await router.replace({ query });
    requestAnimationFrame(() => point(field));
  }, { immediate: true, flush: 'post' });
}

function point(field: string): void {
  const place = document.querySelector<HTMLElement>(`[data-text="${field}"], [data-field="${field}"]`);
  if (place === null) return;
  place.scrollIntoView({ block: 'center' });
  place.classList.add(MARKED);
  setTimeout(() => place.classList.remove(MARKED), STAYS);
  const writable = place.matches('button') ? place : place.querySelector<HTMLElement>('textarea, [contenteditable="true"], input, button');
  if (writable !== null) writable.focus({ preventScroll: true });
  else {
    place.tabIndex = -1;
    place.focus({ preventScroll: true });
  }
}
