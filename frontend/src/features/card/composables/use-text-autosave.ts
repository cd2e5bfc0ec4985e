import { writeCardText } from '@furikaeri/contracts';
import type { CardId, CardTextView, Quote } from '@furikaeri/contracts';
import { quotesUsed } from '@furikaeri/model';
import { onScopeDispose, ref, shallowRef, watch } from 'vue';
import type { Ref } from 'vue';
import { Autosave } from '../../../shared/autosave/autosave.ts';
import type { SaveState } from '../../../shared/autosave/autosave.ts';
import { send } from '../../../shared/commands/index.ts';
import { bothTexts, nextQuoteNumber } from '../quotes.ts';

/**
 * One of the three city-wide texts as it is being written, with the sources of what it quotes; another writer's words
 * come in while nothing of ours is owed. A source once known is kept, so that undo brings back more than a bare mark.
 */
export function useTextAutosave(cardId: string, view: Ref<CardTextView>, served: Ref<readonly Quote[]>, onSaved: (text: CardTextView) => void) {
  const text = ref(view.value.text);
  const quotes = shallowRef<ReadonlyMap<number, Quote>>(new Map(served.value.map((quote) => [quote.n, quote])));
  const state = ref<SaveState>('clean');
  const savedAt = ref<Date | null>(view.value.updatedAt === null ? null : new Date(view.value.updatedAt));
  const theirs = shallowRef<CardTextView | null>(null);
  const refusal = shallowRef<unknown>(null);
  const { field } = view.value;

  const sourcesOf = (wanted: string): Quote[] => quotesUsed(wanted).flatMap((n) => quotes.value.get(n) ?? []);
  const autosave = new Autosave<string, CardTextView>({
    save: async (wanted, expectedVersion) => {
      const saved = await send(writeCardText, { cardId: cardId as CardId, field, expectedVersion, text: wanted, quotes: sourcesOf(wanted) });
      // On a reviewed card the server fixes the figures.
      if (text.value === wanted) text.value = saved.text;
      return saved;
    },
    later: (run, milliseconds) => { const timer = setTimeout(run, milliseconds); return () => clearTimeout(timer); },
    keep: () => {},
    onSaved: (saved) => { savedAt.value = new Date(); onSaved(saved); },
    onState: (next, detail) => {
      state.value = next;
      if (next === 'conflict') theirs.value = detail as CardTextView;
      if (next === 'refused') refusal.value = detail;
    },
  }, view.value.version);

  function edit(next: string): void {
    if (next === text.value) return;
    text.value = next;
    autosave.edit(next);
  }
  /** A new source, under a number that nothing in this text has had. */
  function quote(source: Omit<Quote, 'n'>): number {
    const n = nextQuoteNumber(text.value, [...served.value, ...quotes.value.values()]);
    quotes.value = new Map(quotes.value).set(n, { ...source, n });
    return n;
  }
  /** Keeps the chosen words; the others are saved before them, so that the history holds both. */
  async function settle(choice: 'mine' | 'theirs' | 'both'): Promise<void> {
    const other = theirs.value;
    if (other === null) return;
    const own = bothTexts({ text: text.value, quotes: quotes.value }, { text: other.text, quotes: served.value });
    theirs.value = null;
    quotes.value = own.quotes;
    autosave.rebase(other.version);
    const chosen = choice === 'mine' ? own.mine : choice === 'theirs' ? other.text : own.both;
    if (choice !== 'mine') {
      autosave.edit(own.mine);
      if (!(await autosave.flush())) return;
    }
    text.value = chosen;
    autosave.edit(chosen);
    await autosave.flush();
  }
  watch(view, (fresh) => {
    if (autosave.dirty || fresh.version < autosave.version) return;
    if (fresh.version > autosave.version) text.value = fresh.text;
    autosave.adopt(fresh.version);
  });
  watch(served, (fresh) => { quotes.value = new Map([...quotes.value, ...fresh.map((one) => [one.n, one] as const)]); });
  onScopeDispose(() => { void autosave.flush(); });
  return { text, quotes, state, savedAt, theirs, refusal, edit, quote, settle, flush: () => autosave.flush() };
}
