import type { TextQuotes } from '@furikaeri/contracts';
import { bureauFiguresUsed, fixText, hasMarks, streamName, textValues, type TextValues, unfixText } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { ChangeDraft } from '../../platform/commands/use-case.ts';
import { type CardEntity, CardTextEntity } from './card.entity.ts';
import { presentText } from './card.presenter.ts';
import { narrowStreams } from './narrow-streams.ts';

type OfCard = Pick<CardEntity, 'id' | 'cycleId' | 'figure'>;

/** What the marks of these texts stand for now: the card's figure, and the 局の数値 of its cycle that they name. */
export async function valuesFor(em: EntityManager, card: OfCard, texts: readonly string[]): Promise<TextValues> {
  const ids = [...new Set(texts.flatMap(bureauFiguresUsed))];
  const figures = ids.length === 0 ? [] : await em.execute<{ id: string; value: string; unit: string }[]>(
    `select id, value, unit from bureau_figure where cycle_id = ? and id::text in (${ids.map(() => '?').join(', ')})`, [card.cycleId, ...ids],
  );
  return textValues(card.figure ?? null, figures);
}

/** What everybody hears of a text: its words and its marks, which say nothing of their sources. */
export const changeOfText = (card: Pick<CardEntity, 'id' | 'cycleId'>, text: CardTextEntity): ChangeDraft => ({
  streams: [streamName({ kind: 'cycle', cycleId: card.cycleId })],
  payload: { type: 'text.changed', cardId: card.id, text: presentText(text.field, text) },
});

/** Where its sentences came from, for those alone who see each answer. */
export const changeOfQuotes = (card: Pick<CardEntity, 'id' | 'cycleId' | 'committeeId' | 'bureauId'>, text: CardTextEntity): ChangeDraft => ({
  streams: narrowStreams(card),
  payload: { type: 'quotes.changed', cardId: card.id, version: text.version, quotes: presentQuotes(text) },
});

export const presentQuotes = ({ field, quotes }: CardTextEntity): TextQuotes => ({ field, quotes });

/** 審査完了: the figures in the card's texts keep their words of now. The card's lock is held. */
export const fixTexts = (em: EntityManager, card: OfCard): Promise<ChangeDraft[]> => rewriteTexts(em, card, fixText);

/** 審査を再開: they follow again. */
export const unfixTexts = (em: EntityManager, card: OfCard): Promise<ChangeDraft[]> => rewriteTexts(em, card, unfixText);

async function rewriteTexts(em: EntityManager, card: OfCard, rewrite: (text: string, values: TextValues) => string): Promise<ChangeDraft[]> {
  const texts = (await em.find(CardTextEntity, { cardId: card.id }, { orderBy: { field: 'asc' } })).filter(({ text }) => hasMarks(text));
  const values = await valuesFor(em, card, texts.map(({ text }) => text));
  return texts.flatMap((text) => {
    const next = rewrite(text.text, values);
    if (next === text.text) return [];
    // Nobody wrote anything, so it stays the text of who wrote it last.
    em.assign(text, { text: next, version: text.version + 1 });
    return [changeOfText(card, text)];
  });
}
