import { onScopeDispose } from 'vue';
import { remembered } from '../../../shared/session/remembered.ts';
import { isComposing, isTyping } from '../../../shared/ui/composing.ts';

export interface FindingKeys { walk: (step: 1 | -1) => void; press: (digit: 1 | 2 | 3) => void }

/** j and k walk through the findings, 1 2 3 are the three buttons; silent while typing, under a dialog, and where single keys are off. */
export function useFindingKeys({ walk, press }: FindingKeys): void {
  function key(event: KeyboardEvent): void {
    if (event.defaultPrevented || isComposing(event) || isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (remembered('single-keys') === 'off' || document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null) return;
    if (event.key === 'j') walk(1);
    else if (event.key === 'k') walk(-1);
    else if (event.key === '1' || event.key === '2' || event.key === '3') press(Number(event.key) as 1 | 2 | 3);
    else return;
    event.preventDefault();
  }
  document.addEventListener('keydown', key);
  onScopeDispose(() => document.removeEventListener('keydown', key));
}
