import type { OpenReturn, Quote } from '@furikaeri/contracts';
import { type Actor, type AnswerContent, type CardFacts, containsSentence, isQuotable, quotesUsed, type SubmissionFacts, type SubmissionState, visibleContent } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import { ProblemError } from '../../platform/http/problem-error.ts';

interface QuotedAnswer {
  id: string; organisationId: string; organisationKind: SubmissionFacts['organisationKind']; state: SubmissionState;
  openReturn: OpenReturn | null; submitted: AnswerContent | null;
}

/**
 * The quotes of a text, those of its marks and no others. One that is stored already stays as it was picked, even if the
 * answer has changed since. A new one has to be said, word for word, by an answer of this card that is handed in and that
 * its writer may read; a mark without a source is refused, or anybody could be named for anything.
 */
export async function checkedQuotes(em: EntityManager, actor: Actor, card: CardFacts, text: string, stored: readonly Quote[], given: readonly Quote[]): Promise<Quote[]> {
  const known = new Map([...stored, ...given].map((quote) => [quote.n, quote]));
  const used = quotesUsed(text);
  const quotes = used.flatMap((n) => known.get(n) ?? []);
  if (quotes.length !== used.length) throw new ProblemError('card/quote-not-found');
  const fresh = quotes.filter((quote) => !stored.some((one) => isSame(one, quote)));
  if (fresh.length > 0) {
    const answers = await readAnswers(em, card.id, fresh.map(({ submissionId }) => submissionId));
    if (!fresh.every((quote) => isSaid(actor, card, quote, answers.get(quote.submissionId)))) throw new ProblemError('card/quote-not-found');
  }
  return quotes;
}

const isSame = (a: Quote, b: Quote): boolean =>
  a.submissionId === b.submissionId && a.organisationId === b.organisationId && a.field === b.field && a.text === b.text;

function isSaid(actor: Actor, card: CardFacts, quote: Quote, answer: QuotedAnswer | undefined): boolean {
  if (answer === undefined || answer.submitted === null || answer.organisationId !== quote.organisationId) return false;
  const isOut = answer.state === 'submitted' || answer.state === 'confirmed' || answer.openReturn !== null;
  if (!isOut || visibleContent(actor, card, factsOf(card, answer)) === 'none') return false;
  return isQuotable(quote.field) && containsSentence(answer.submitted[quote.field], quote.text);
}

const factsOf = (card: CardFacts, { id, organisationId, organisationKind, state, openReturn }: QuotedAnswer): SubmissionFacts => ({
  id, cardId: card.id, organisationId, organisationKind, state, openReturn: openReturn !== null, returnedFields: openReturn?.fields ?? [],
  groupDeadline: null, extensionDeadline: null, returnDeadline: null, waivedFrom: null,
});

async function readAnswers(em: EntityManager, cardId: string, ids: readonly string[]): Promise<Map<string, QuotedAnswer>> {
  const rows = await em.execute<QuotedAnswer[]>(
    `select id, organisation_id as "organisationId", organisation_kind as "organisationKind", state, open_return as "openReturn", submitted
     from submission where card_id = ? and id in (${ids.map(() => '?').join(', ')})`, [cardId, ...ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
