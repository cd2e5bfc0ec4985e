import { ANSWER_FIELDS, isSameField } from '@furikaeri/model';
import type { AnswerContent, AnswerField } from '@furikaeri/model';

/** What people write in sentences, and may take over from last year. */
export const TEXT_FIELDS = ['reason', 'expected', 'example', 'issue'] as const satisfies readonly AnswerField[];
export type TextField = (typeof TEXT_FIELDS)[number];
export const isTextField = (field: AnswerField): field is TextField => (TEXT_FIELDS as readonly AnswerField[]).includes(field);

/** Which of last year's texts fit into this year's empty fields. A reason belongs to its いいえ or 対象外: before that is chosen it would go into a field that nobody sees. */
export function copyable(content: AnswerContent, before: AnswerContent): TextField[] {
  const sameSide = content.answer !== null && content.answer === before.answer;
  return TEXT_FIELDS.filter((field) => content[field].trim() === '' && before[field].trim() !== '' && (sameSide || (field !== 'reason' && field !== 'expected')));
}

/** Last year's texts in the empty fields, marked as copied. Nothing that was written is touched. */
export function copyTexts(content: AnswerContent, before: AnswerContent): AnswerContent {
  const fields = copyable(content, before);
  return { ...content, ...Object.fromEntries(fields.map((field) => [field, before[field]])), copied: [...new Set([...content.copied, ...fields])] };
}

/** Takes copied texts out again, as far as they still stand as they were copied. */
export function uncopyTexts(content: AnswerContent, fields: readonly TextField[]): AnswerContent {
  const untouched = fields.filter((field) => content.copied.includes(field));
  return { ...content, ...Object.fromEntries(untouched.map((field) => [field, ''])), copied: content.copied.filter((field) => !(untouched as AnswerField[]).includes(field)) };
}

/** One field changed by hand: a copied text that is changed is no copy any more. */
export function withField<F extends AnswerField>(content: AnswerContent, field: F, value: AnswerContent[F]): AnswerContent {
  const next = { ...content, [field]: value };
  return isSameField(content, next, field) ? content : { ...next, copied: content.copied.filter((one) => one !== field) };
}

/** What an approver looks for: the fields that say something other than last year. Files and the day of the figure are new every year. */
export const changedFields = (content: AnswerContent, before: AnswerContent): AnswerField[] =>
  ANSWER_FIELDS.filter((field) => field !== 'attachments' && field !== 'asOf' && !isSameField(content, before, field));
