import type { AnswerBookItem } from '@furikaeri/contracts';
import { type AnswerContent, differingFields, mergeAnswers } from '@furikaeri/model';

export interface MergedLine { outcome: Extract<AnswerBookItem['outcome'], 'same' | 'change' | 'conflict'>; content: AnswerContent }

/**
 * What a line of the file, filled in from `base`, does to the draft as it stands now. What both sides changed to different
 * words is a conflict, and `content` then has the file's.
 */
export function mergeFilled(base: AnswerContent, filled: AnswerContent, current: AnswerContent): MergedLine {
  const { content, clashes } = mergeAnswers(base, filled, current);
  if (clashes.length > 0) return { outcome: 'conflict', content };
  const isSame = differingFields(content, current).length === 0 && content.certainty === current.certainty;
  return isSame ? { outcome: 'same', content: current } : { outcome: 'change', content };
}
