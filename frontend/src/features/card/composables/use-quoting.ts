import type { AnswerSummary, CardDetail } from '@furikaeri/contracts';
import type { CardText, QuotableField } from '@furikaeri/model';
import { computed, ref, shallowReactive } from 'vue';
import type { Ref } from 'vue';
import { quotedSentences } from '../quotes.ts';
import type { UsedQuote } from '../quotes.ts';

/** A sentence of an answer on its way into a text. */
export interface Picked { answer: AnswerSummary; field: QuotableField; sentence: string }

/** Between the answers and the texts: which text takes what is picked, and which sentences stand somewhere already. */
export function useQuoting(detail: Ref<CardDetail | null>) {
  const writers = shallowReactive(new Map<CardText, (picked: Picked) => void>());
  /** The text that somebody wrote in last. */
  const target = ref<CardText>('results');
  const used = computed<ReadonlyMap<string, UsedQuote[]>>(() => (detail.value === null ? new Map() : quotedSentences(detail.value.texts, detail.value.quotes)));
  const isOpen = computed(() => writers.size > 0);
  function register(field: CardText, write: (picked: Picked) => void): () => void {
    writers.set(field, write);
    return () => { if (writers.get(field) === write) writers.delete(field); };
  }
  const aim = (field: CardText): void => { target.value = field; };
  const pick = (picked: Picked): void => (writers.get(target.value) ?? [...writers.values()][0])?.(picked);
  return { aim, used, isOpen, register, pick };
}
export type Quoting = ReturnType<typeof useQuoting>;
