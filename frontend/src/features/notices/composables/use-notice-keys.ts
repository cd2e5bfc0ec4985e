import { onScopeDispose } from 'vue';
import { remembered } from '../../../shared/session/remembered.ts';
import { isComposing, isTyping } from '../../../shared/ui/composing.ts';

const TOGETHER = 1500;

/** g then n, on every screen, as long as single keys are on and nobody is typing or in a dialog. */
export function useNoticeKeys(open: () => void): void {
  let afterG = 0;
  function key(event: KeyboardEvent): void {
    if (event.defaultPrevented || isComposing(event) || isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const isAfterG = event.timeStamp - afterG < TOGETHER && afterG > 0;
    afterG = event.key === 'g' ? event.timeStamp : 0;
    if (!isAfterG || event.key !== 'n' || remembered('single-keys') === 'off' || document.querySelector('[role="dialog"], [role="menu"]') !== null) return;
    event.preventDefault();
    open();
  }
  document.addEventListener('keydown', key);
  onScopeDispose(() => document.removeEventListener('keydown', key));
}
