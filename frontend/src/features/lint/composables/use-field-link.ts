import { nextTick, watch } from 'vue';
import type { WatchSource } from 'vue';
import { useRoute, useRouter } from 'vue-router';

const MARKED = 'field-pointed';
const STAYS = 2400;
const EDITOR_COMES = 3000;

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
  place.classList.add(MARKED);
  setTimeout(() => place.classList.remove(MARKED), STAYS);
  place.scrollIntoView({ block: 'center' });
  const within = place.dataset['text'] === undefined ? 'input, [role="radio"], button' : 'textarea, [contenteditable="true"]';
  const toWrite = (): HTMLElement | null => (place.matches('button') ? place : place.querySelector<HTMLElement>(within));
  focusOn(toWrite() ?? place);
  // An editor may come a moment after its text, and makes room for itself. Whoever went on meanwhile is left alone.
  const from = performance.now();
  const wait = (): void => {
    const found = toWrite();
    if (found === document.activeElement || document.activeElement !== place) return;
    if (found !== null) {
      place.scrollIntoView({ block: 'center' });
      focusOn(found);
    } else if (performance.now() - from < EDITOR_COMES) requestAnimationFrame(wait);
  };
  wait();
}

function focusOn(element: HTMLElement): void {
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}
