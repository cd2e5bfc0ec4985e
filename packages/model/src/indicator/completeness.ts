import { isWritten } from '../refusal.ts';
import type { AnswerContent, AnswerField } from '../submission/states.ts';
import type { Indicator } from './indicator.ts';

/**
 * The fields an answer lacks for 提出, in the order of the form; empty means it may be submitted. いいえ and 対象外
 * need a reason; 対象外 needs nothing else; a figure needs its numbers; a text needs words (DOMAIN 3.2 WS2, WS3).
 */
export function missingFields(indicator: Pick<Indicator, 'kind'>, content: AnswerContent): AnswerField[] {
  if (content.answer === 'not_applicable') return unwritten(content, ['reason']);
  switch (indicator.kind) {
    case 'count_yes':
      if (content.answer === null) return ['answer'];
      return content.answer === 'no' ? unwritten(content, ['reason']) : [];
    case 'sum':
    case 'bureau_value': return unwritten(content, ['numerator']);
    case 'ratio': return unwritten(content, ['numerator', 'denominator']);
    case 'per_ward': return unwritten(content, ['baseline', 'current']);
    case 'text_only': return unwritten(content, ['example']);
  }
}

const unwritten = (content: AnswerContent, fields: readonly AnswerField[]): AnswerField[] =>
  fields.filter((field) => !isWritten(content[field]));
