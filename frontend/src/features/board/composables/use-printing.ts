import { onScopeDispose, ref } from 'vue';

/** True while the page is put on paper: then long lanes show all their tiles. */
export function usePrinting() {
  const printing = ref(false);
  const begin = (): void => { printing.value = true; };
  const end = (): void => { printing.value = false; };
  window.addEventListener('beforeprint', begin);
  window.addEventListener('afterprint', end);
  onScopeDispose(() => { window.removeEventListener('beforeprint', begin); window.removeEventListener('afterprint', end); });
  return printing;
}
