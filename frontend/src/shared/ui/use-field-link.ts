import { nextTick, watch } from 'vue';
import type { WatchSource } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { pointAt } from './point-at.ts';

/** What takes the focus in a field, what is wanted most first. */
const WRITTEN_IN = ['textarea, [contenteditable="true"]'];
const CHOSEN_IN = ['textarea', 'input:checked, [role="radio"][aria-checked="true"]', 'input:not([type="file"]), [role="radio"]', 'button'];

/**
 * ?field=results leads to that field of an open card or answer: it comes into sight and takes the focus where it may be
 * written. The address is used once, so that going on to the next one does not point again. A field that is not asked for
 * just now has no place; `instead` has the focus then.
 */
export function useFieldLink(ready: WatchSource<boolean>, instead: () => HTMLElement | null | undefined = () => null): void {
  const route = useRoute();
  const router = useRouter();
  watch([ready, () => route.query['field']], async ([isReady, field]) => {
    if (!isReady || typeof field !== 'string' || !/^\w+$/.test(field)) return;
    await nextTick();
    const { field: _, ...query } = route.query;
    await router.replace({ query });
    requestAnimationFrame(() => point(field, instead));
  }, { immediate: true, flush: 'post' });
}

function point(field: string, instead: () => HTMLElement | null | undefined): void {
  const place = document.querySelector<HTMLElement>(`[data-text="${field}"], [data-field="${field}"]`);
  if (place === null) { instead()?.focus(); return; }
  const within = place.dataset['text'] === undefined ? CHOSEN_IN : WRITTEN_IN;
  pointAt(place, () => (place.matches('button') ? place : within.map((one) => place.querySelector<HTMLElement>(one)).find((found) => found !== null) ?? null));
}
