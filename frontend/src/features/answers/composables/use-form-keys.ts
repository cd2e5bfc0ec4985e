import { ANSWERS, ANSWER_FIELDS } from '@furikaeri/model';
import type { Answer, AnswerField } from '@furikaeri/model';
import { onScopeDispose } from 'vue';
import { remembered } from '../../../shared/session/remembered.ts';
import { isComposing, isTyping } from '../../../shared/ui/composing.ts';

export interface FormKeys { readonly: () => boolean; choose: (answer: Answer) => void; undo: (within?: AnswerField) => boolean; submit: () => void }

const fieldOf = (target: EventTarget | null): AnswerField | undefined => {
  const name = target instanceof Element ? target.closest<HTMLElement>('[data-field]')?.dataset['field'] : undefined;
  return ANSWER_FIELDS.find((field) => field === name);
};
const inDialog = (target: EventTarget | null): boolean => target instanceof Element && target.closest('[role="dialog"], [role="menu"]') !== null;

/** DESIGN 5: 1 2 3 answer はい・いいえ・対象外, Ctrl+Z takes back what was not typed, Ctrl+Enter takes the form's next step. */
export function useFormKeys({ readonly, choose, undo, submit }: FormKeys): void {
  function key(event: KeyboardEvent): void {
    if (event.defaultPrevented || isComposing(event) || inDialog(event.target)) return;
    const command = event.ctrlKey || event.metaKey;
    if (command && event.key === 'Enter') { event.preventDefault(); submit(); return; }
    if (readonly()) return;
    if (command && !event.shiftKey && event.key.toLowerCase() === 'z') {
      // In a text the browser takes back what was typed; only what was put there by us is ours to take back.
      if (undo(isTyping(event) ? fieldOf(event.target) ?? 'answer' : undefined)) event.preventDefault();
      return;
    }
    const answer = ANSWERS[Number(event.key) - 1];
    if (answer === undefined || command || event.altKey || isTyping(event) || remembered('single-keys') === 'off') return;
    event.preventDefault();
    choose(answer);
  }
  addEventListener('keydown', key);
  onScopeDispose(() => removeEventListener('keydown', key));
}
