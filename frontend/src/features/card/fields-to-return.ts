import type { AnswerSummary, CardDetail } from '@furikaeri/contracts';
import { ANSWER_FIELDS, fieldsOnForm } from '@furikaeri/model';
import type { AnswerField } from '@furikaeri/model';

/** What a 差戻し may question: fields that every chosen answer has on its form; before one is chosen, those of any. */
export function fieldsToReturn(indicator: CardDetail['indicator'], submitted: readonly Pick<AnswerSummary, 'id' | 'organisationKind' | 'content'>[], chosen: ReadonlySet<string>): AnswerField[] {
  const forms = submitted.flatMap(({ id, organisationKind, content }) => (indicator === null || content === null ? [] : [{ id, fields: fieldsOnForm({ indicator, content, ofWard: organisationKind === 'ward' }) }]));
  const asked = forms.filter(({ id }) => chosen.has(id));
  return ANSWER_FIELDS.filter((field) => (asked.length === 0 ? forms.some(({ fields }) => fields.includes(field)) : asked.every(({ fields }) => fields.includes(field))));
}
