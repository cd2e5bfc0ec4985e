import type { AnswerBookItem } from '@furikaeri/contracts';
import { type AnswerContent, type AnswerField, differingFields, isSameField } from '@furikaeri/model';

export interface MergedLine { outcome: Extract<AnswerBookItem['outcome'], 'same' | 'change' | 'conflict'>; content: AnswerContent }

/**
 * What a line of the file, filled in from `base`, does to the draft as it stands now. Fields changed on one side alone are
 * taken from that side; a field changed on both sides to different words is a conflict, and `content` then has the file's.
 */
export function mergeFilled(base: AnswerContent, filled: AnswerContent, current: AnswerContent): MergedLine {
  const changed = differingFields(base, filled).filter((field) => !isSameField(filled, current, field));
  if (changed.length === 0) return { outcome: 'same', content: current };
  const clashes = changed.some((field) => !isSameField(base, current, field));
  return { outcome: clashes ? 'conflict' : 'change', content: withFields(current, filled, changed) };
}

function withFields(current: AnswerContent, filled: AnswerContent, fields: readonly AnswerField[]): AnswerContent {
  const taken = Object.fromEntries(fields.map((field) => [field, filled[field]])) as Partial<AnswerContent>;
  // 暫定 belongs to the figures of its own side, and what was rewritten is no copy any more.
  return { ...current, ...taken, certainty: filled.certainty, copied: current.copied.filter((field) => !fields.includes(field)) };
}
