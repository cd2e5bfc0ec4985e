import type { CardTextView, Quote, TextQuotes } from '@furikaeri/contracts';
import { quotesUsed, renumberQuotes } from '@furikaeri/model';
import type { CardText } from '@furikaeri/model';

type Sources = ReadonlyMap<number, Quote>;

/** A number for a new quote that no mark and no known source of this text has. */
export const nextQuoteNumber = (text: string, quotes: readonly Quote[]): number => Math.max(0, ...quotesUsed(text), ...quotes.map(({ n }) => n)) + 1;

const isSame = (a: Quote, b: Quote): boolean => a.submissionId === b.submissionId && a.field === b.field && a.text === b.text;

/**
 * Two people wrote one text, and each numbered quotes of their own. Ours take numbers that theirs do not have, so that
 * both texts can stand in one and every mark still leads to its own sentence.
 */
export function bothTexts(mine: { text: string; quotes: Sources }, theirs: { text: string; quotes: readonly Quote[] }): { mine: string; both: string; quotes: Sources } {
  const taken = new Map(theirs.quotes.map((quote) => [quote.n, quote]));
  const isTaken = new Set([...quotesUsed(theirs.text), ...taken.keys()]);
  const numbers = new Map<number, number>();
  const quotes = new Map<number, Quote>(taken);
  for (const [n, quote] of mine.quotes) {
    const same = taken.get(n);
    const free = !isTaken.has(n) || (same !== undefined && isSame(same, quote));
    const number = free ? n : Math.max(0, ...isTaken, ...quotes.keys(), ...mine.quotes.keys()) + 1;
    numbers.set(n, number);
    quotes.set(number, { ...quote, n: number });
  }
  const own = renumberQuotes(mine.text, numbers);
  return { mine: own, both: [theirs.text, own].filter((one) => one !== '').join('\n'), quotes };
}

export interface UsedQuote { field: CardText; quote: Quote }

/** The sentences of each answer that stand in a text now, by answer. */
export function quotedSentences(texts: readonly CardTextView[], quotes: readonly TextQuotes[]): ReadonlyMap<string, UsedQuote[]> {
  const found = new Map<string, UsedQuote[]>();
  for (const { field, text } of texts) {
    const used = new Set(quotesUsed(text));
    for (const quote of quotes.find((one) => one.field === field)?.quotes ?? []) {
      if (used.has(quote.n)) found.set(quote.submissionId, [...(found.get(quote.submissionId) ?? []), { field, quote }]);
    }
  }
  return found;
}
