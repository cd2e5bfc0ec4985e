import { doubts, missingFields } from '@furikaeri/model';
import type { AnswerContent, AnswerField } from '@furikaeri/model';
import { computed, ref, shallowReactive } from 'vue';
import type { ComputedRef, Ref } from 'vue';
import { formatDecimal, formatInstant } from '../../../shared/format/dates.ts';
import { useText } from '../../../shared/i18n/i18n.ts';
import { useSession } from '../../../shared/session/session.store.ts';
import type { AnswerItem } from '../answers.reducer.ts';
import type { DraftSession } from '../draft-session.ts';
import { provideFields } from '../field-context.ts';
import type { FieldContext } from '../field-context.ts';
import { withField } from '../last-year.ts';

export interface FieldParts {
  item: Ref<AnswerItem>;
  draft: DraftSession;
  readonly: ComputedRef<boolean>;
  tried: Ref<boolean>;
  people: (field: AnswerField) => string[];
  place: (field: AnswerField | null) => void;
  submit: () => void;
}

/** What the fields of one form ask: their words, what they lack, what was said about them, and how to change them. */
export function useFieldContext({ item, draft, readonly, tried, people, place, submit }: FieldParts) {
  const { t, locale } = useText();
  const session = useSession();
  const question = computed(() => item.value.question);
  const kind = computed(() => question.value.indicatorKind);
  // What is read only is shown as the server has it, never what this device still owes.
  const content = computed<AnswerContent>(() => (readonly.value ? item.value.answer.draft : draft.content.value));
  const missing = computed(() => (tried.value ? missingFields({ kind: kind.value }, content.value) : []));
  const found = computed(() => (readonly.value && item.value.answer.state !== 'checking' ? [] : doubts({ kind: kind.value, until: question.value.indicator.until ?? undefined }, content.value, item.value.previous, session.cycle?.fiscalYear ?? 0)));
  const unreadable = ref(new Set<string>());

  function label(field: AnswerField): string {
    if (kind.value === 'text_only' && field === 'example') return t('answers.label.content');
    if (kind.value === 'per_ward' && question.value.columns !== null) {
      if (field === 'baseline') return question.value.columns[0];
      if (field === 'current') return question.value.columns[1];
    }
    if (field === 'asOf' && kind.value === 'cumulative') return t('answers.label.began');
    if (field === 'numerator' && (kind.value === 'partition' || kind.value === 'count_events')) return t('answers.label.whole');
    if (field === 'byWard') return t('answers.table.title', { n: session.wards.length });
    return t(`words.field.${field}`);
  }
  function shown(field: AnswerField, version: AnswerContent): string {
    const { unit, columns } = question.value;
    switch (field) {
      case 'answer': return t(`words.answer.${version.answer ?? 'unanswered'}`);
      case 'numerator':
      case 'denominator':
      case 'baseline':
      case 'current': { const value = version[field]; return value === null ? '' : `${formatDecimal(value)}${kind.value === 'ratio' && field !== 'current' ? '' : unit}`; }
      case 'parts': return version.parts.flatMap(({ name, value }) => (value === null ? [] : [`${name} ${formatDecimal(value)}${unit}`])).join('・');
      case 'byWard': {
        const filled = version.byWard.filter(({ value, on }) => value !== null || on !== null).length;
        return filled === 0 ? '' : t('answers.table.filled', { n: filled, total: version.byWard.length }) + (columns === null ? '' : ` ${columns[1]}`);
      }
      case 'attachments': return version.attachments.map(({ name }) => name).join('・');
      default: return version[field] ?? '';
    }
  }
  function returned(field: AnswerField) {
    const { openReturn, state, content: handedIn } = item.value.answer;
    if (openReturn === null || state === 'waived' || !openReturn.fields.includes(field)) return undefined;
    const { by, at, reason } = openReturn;
    return { who: t('answers.returned.by', { who: `${by.post} ${by.name}`, when: formatInstant(at, session.today, locale.value) }), reason, was: handedIn === null ? '' : shown(field, handedIn) };
  }
  const context: FieldContext = {
    submissionId: item.value.answer.id,
    content, question, readonly,
    present: shallowReactive(new Set<AnswerField>()),
    previous: computed(() => item.value.previous),
    comparing: computed(() => item.value.answer.state === 'checking' && session.post?.role === 'ward_approver'),
    label, returned, people, shown, submit,
    error: (field) => (missing.value.includes(field) ? t('answers.missing', { field: label(field) }) : undefined),
    doubts: (field) => found.value.filter((doubt) => doubt.field === field),
    set: (field, value, step = false) => draft.edit(field === 'certainty' ? { ...draft.content.value, certainty: value as AnswerContent['certainty'] } : withField(draft.content.value, field as AnswerField, value as AnswerContent[AnswerField]), step),
    edit: (next, step) => draft.edit(next, step),
    focus: place,
    blur: () => place(null),
    readable: (key, ok) => { if (ok) unreadable.value.delete(key); else unreadable.value.add(key); },
  };
  provideFields(context);
  /** The first field that keeps the answer from being handed in: something missing, else something that is no number. */
  const firstWrong = (): string | undefined => missingFields({ kind: kind.value }, content.value)[0] ?? [...unreadable.value][0]?.split(' ')[0];
  return { context, content, firstWrong };
}
