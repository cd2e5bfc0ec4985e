import type { Ref } from 'vue';
import { isComposing, isTyping } from '../../../shared/ui/composing.ts';

/** ↑↓ or j/k walk through the findings, / goes to the search; nothing fires while somebody types. */
export function useListKeys(root: Readonly<Ref<HTMLElement | null>>) {
  const rows = (): HTMLElement[] => [...(root.value?.querySelectorAll<HTMLElement>('[data-finding]') ?? [])];
  const door = (row: HTMLElement | undefined): void => row?.querySelector<HTMLElement>('[data-open]')?.focus();

  function walk(event: KeyboardEvent): void {
    const { target } = event;
    if (!(target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey || isComposing(event) || isTyping(event)) return;
    if (target.closest('[role="radiogroup"], [role="dialog"]') !== null) return;
    if (event.key === '/') {
      event.preventDefault();
      root.value?.querySelector<HTMLElement>('input[type="search"]')?.focus();
      return;
    }
    const step = event.key === 'ArrowDown' || event.key === 'j' ? 1 : event.key === 'ArrowUp' || event.key === 'k' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const all = rows();
    const at = all.findIndex((row) => row.contains(target));
    door(all[Math.min(Math.max(at + step, 0), all.length - 1)]);
  }
  /** After a finding has left the list: the one that took its place, else the last, else the search. */
  function focusNear(index: number): void {
    const all = rows();
    if (all.length === 0) root.value?.querySelector<HTMLElement>('[role="radio"][aria-checked="true"]')?.focus();
    else door(all[Math.min(index, all.length - 1)]);
  }
  return { walk, focusNear };
}
