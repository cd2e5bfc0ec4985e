import type { PreviousAnswer, Question } from '@furikaeri/contracts';
import type { AnswerContent, AnswerField, Doubt } from '@furikaeri/model';
import { inject, provide } from 'vue';
import type { ComputedRef, InjectionKey } from 'vue';

/** A 差戻し at one field: who and when, why, and the words it was returned with. */
export interface ReturnedField { who: string; reason: string; was: string }

/** What every field of one answer form knows. */
export interface FieldContext {
  submissionId: string;
  content: ComputedRef<AnswerContent>;
  question: ComputedRef<Question>;
  readonly: ComputedRef<boolean>;
  previous: ComputedRef<PreviousAnswer | null>;
  /** The fields that stand on the form now. */
  present: Set<AnswerField>;
  /** Marks what differs from last year, for who checks. */
  comparing: ComputedRef<boolean>;
  label: (field: AnswerField) => string;
  error: (field: AnswerField) => string | undefined;
  returned: (field: AnswerField) => ReturnedField | undefined;
  doubts: (field: AnswerField) => Doubt[];
  /** Colleagues who are in this field now. */
  people: (field: AnswerField) => string[];
  /** One value as people read it. */
  shown: (field: AnswerField, content: AnswerContent) => string;
  /** `step`: chosen or pasted, not typed. */
  set: <F extends AnswerField | 'certainty'>(field: F, value: AnswerContent[F], step?: boolean) => void;
  edit: (content: AnswerContent, step?: boolean) => void;
  focus: (field: AnswerField) => void;
  blur: () => void;
  submit: () => void;
  /** A field holds something that is no number: it is not saved, so the answer cannot be handed in. */
  readable: (key: string, readable: boolean) => void;
}

const KEY: InjectionKey<FieldContext> = Symbol('answer fields');
export const provideFields = (context: FieldContext): void => provide(KEY, context);
export function useFields(): FieldContext {
  const context = inject(KEY);
  if (context === undefined) throw new Error('A field stands outside an answer form.');
  return context;
}
