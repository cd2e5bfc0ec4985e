import type { AnswerField } from '../submission/states.ts';

/** What an answer says in words; its other fields are values. */
export const QUOTABLE_FIELDS = ['example', 'issue', 'reason', 'expected', 'source'] as const satisfies readonly AnswerField[];
export type QuotableField = (typeof QUOTABLE_FIELDS)[number];
export const isQuotable = (field: AnswerField): field is QuotableField => (QUOTABLE_FIELDS as readonly AnswerField[]).includes(field);

/** The sentences of an answer, each with its 「。」: what can be quoted one by one. Line ends part them too. */
export const sentencesOf = (text: string): string[] =>
  text.split(/\r?\n/u).flatMap((line) => line.match(/[^。]*。+[」』）)]*|[^。]+$/gu) ?? []).map((sentence) => sentence.trim()).filter((sentence) => sentence !== '');

/** Whether a text says this sentence: spaces and line ends apart, word for word. */
export const containsSentence = (text: string, sentence: string): boolean => {
  const wanted = squeezed(sentence);
  return wanted !== '' && squeezed(text).includes(wanted);
};

const squeezed = (text: string): string => text.replace(/[\s\u3000]+/gu, '');
