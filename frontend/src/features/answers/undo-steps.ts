import { ANSWER_FIELDS, isSameField } from '@furikaeri/model';
import type { AnswerContent, AnswerField } from '@furikaeri/model';

/** One change that was not typed: a choice, a copy, a paste, a file. Typing is undone by the browser itself. */
export interface Step { before: AnswerContent; after: AnswerContent }

/** Of a choice and what it led to, the last twenty are enough. */
const MOST = 20;

export const withStep = (steps: readonly Step[], step: Step): Step[] => [...steps, step].slice(-MOST);

const changedBy = ({ before, after }: Step): AnswerField[] => ANSWER_FIELDS.filter((field) => !isSameField(before, after, field));

/**
 * Takes the last step back, in the fields it changed and nobody changed since; what was written elsewhere stays. With
 * `within`, only a step that changed that field. Null when there is nothing to take back.
 */
export function undo(content: AnswerContent, steps: readonly Step[], within?: AnswerField): { content: AnswerContent; steps: Step[] } | null {
  for (let index = steps.length - 1; index >= 0; index -= 1) {
    const step = steps[index];
    if (step === undefined) return null;
    const fields = changedBy(step).filter((field) => isSameField(content, step.after, field));
    if (within !== undefined && !fields.includes(within)) return null;
    if (fields.length === 0) continue;
    const back = { ...content, ...Object.fromEntries(fields.map((field) => [field, step.before[field]])) };
    const copied = [...content.copied.filter((field) => !fields.includes(field)), ...step.before.copied.filter((field) => fields.includes(field))];
    return { content: { ...back, copied }, steps: steps.slice(0, index) };
  }
  return null;
}
