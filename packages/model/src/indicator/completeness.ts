import { isWritten } from '../refusal.ts';
import type { AnswerContent, AnswerField } from '../submission/states.ts';
import type { Indicator } from './indicator.ts';

/**
 * The fields an answer lacks for 提出, in the order of the form; empty means it may be submitted. いいえ and 対象外
 * need a reason; 対象外 needs nothing else; a figure needs its numbers (or a 局's table of the wards); a text needs words
 * (DOMAIN 3.2 WS2, WS3).
 */
export function missingFields(indicator: Pick<Indicator, 'kind'>, content: AnswerContent): AnswerField[] {
  if (content.answer === 'not_applicable') return unwritten(content, ['reason']);
  switch (indicator.kind) {
    case 'count_yes':
      if (content.answer === null) return ['answer'];
      return content.answer === 'no' ? unwritten(content, ['reason']) : [];
    case 'sum':
    case 'bureau_value': return unwritten(content, ['numerator']);
    case 'count_events':
    case 'partition': return content.numerator === null && content.parts.some(({ value }) => value !== null) ? [] : unwritten(content, ['numerator']);
    case 'cumulative':
      if (content.byWard.some(({ on }) => on !== null)) return [];
      return content.answer === 'no' ? unwritten(content, ['reason']) : unwritten(content, ['asOf']);
    case 'ratio': return unwritten(content, ['numerator', 'denominator']);
    case 'per_ward':
      if (content.byWard.some(({ value }) => value !== null)) return [];
      return unwritten(content, ['baseline', 'current']);
    case 'text_only': return unwritten(content, ['example']);
  }
}

type Written = Exclude<AnswerField, 'parts' | 'byWard' | 'attachments'>;
const unwritten = (content: AnswerContent, fields: readonly Written[]): AnswerField[] =>
  fields.filter((field) => !isWritten(content[field]));
