import type { AnswerContent, AnswerField } from '../submission/states.ts';
import { TABLE_KINDS } from './by-ward.ts';
import type { Indicator, IndicatorKind } from './indicator.ts';

export interface AnswerForm { indicator: Pick<Indicator, 'kind' | 'parts'>; content: AnswerContent; ofWard: boolean }

/** A 局 answers for all wards in one table; a table that is there already is shown to whoever has it. */
export const hasTable = ({ indicator: { kind }, content, ofWard }: AnswerForm): boolean =>
  (TABLE_KINDS as readonly IndicatorKind[]).includes(kind) && (!ofWard || content.byWard.length > 0);

/** Asked はい or いいえ; else at most whether the question applies. */
export const asksYes = (form: AnswerForm): boolean => form.indicator.kind === 'count_yes' || (form.indicator.kind === 'cumulative' && !hasTable(form));

/**
 * The fields that stand on the form of an answer as it is filled in now, in the order of the form: who said はい is asked for
 * no reason. A 差戻し can question no others, since nobody could correct them.
 */
export function fieldsOnForm(form: AnswerForm): AnswerField[] {
  const { indicator: { kind }, content } = form;
  if (content.answer === 'not_applicable') return ['answer', 'reason', 'issue', 'attachments'];
  const yesOrNo = asksYes(form);
  return [
    ...(kind === 'text_only' ? [] : ['answer' as const]),
    ...figureFields(form),
    ...(yesOrNo && content.answer === 'no' ? ['reason' as const, 'expected' as const] : []),
    ...(!yesOrNo || content.answer === 'yes' || content.example !== '' ? ['example' as const] : []),
    'issue', 'attachments',
  ];
}

function figureFields(form: AnswerForm): AnswerField[] {
  const { indicator: { kind, parts = [] }, content } = form;
  if (hasTable(form)) return ['byWard', ...(kind === 'cumulative' ? [] : ['asOf' as const]), 'source'];
  switch (kind) {
    case 'count_yes':
    case 'text_only': return [];
    case 'cumulative': return content.answer === 'yes' ? ['asOf'] : [];
    case 'per_ward': return ['baseline', 'current', 'asOf', 'source'];
    case 'sum':
    case 'ratio': return ['numerator', 'denominator', 'asOf', 'source'];
    case 'bureau_value': return ['numerator', 'asOf', 'source'];
    case 'count_events':
    case 'partition': return ['numerator', ...(parts.length > 0 || content.parts.length > 0 ? ['parts' as const] : []), 'asOf', 'source'];
  }
}
