import type { CardDetail } from '../../packages/contracts/src/index.ts';
import { expect } from '@jest/globals';
import { deadlineOf } from './answer-rules.ts';
import type { City } from './city.ts';
import { totals } from './figure.ts';
import type { Answer, Card, CardName, World } from './world.ts';

/** The whole review as it should look to everybody, against what the board and the 事務局's table show. */
export function compareAll(city: City, world: World): void {
  const { board } = city.seen;
  expect({ phase: board.cycle.phase, cards: world.cards.map(({ name }) => shown(city, name)) })
    .toEqual({ phase: world.phase, cards: world.cards.map(expected) });
}

const expected = (card: Card) => ({
  name: card.name, stage: card.stage, progress: card.progress, decided: card.decided, texts: card.texts, reopenedLate: card.reopenedLate,
  figure: totals(card),
  returned: card.answers.filter(({ openReturn, state }) => openReturn !== null && state !== 'waived').length,
  answers: inOrder(card.answers.map((answer) => [answer.organisation.id, answer.state, deadlineOf(answer)])),
});

function shown(city: City, name: CardName) {
  const { stage, progress, progressDecided, texts, reopenedLate, figure, returned } = city.tile(name);
  if (figure === null) throw new Error(`${name} shows no figure.`);
  const { asked, submitted, yes, no, notApplicable, unanswered, value } = figure;
  return {
    name, stage, progress, decided: progressDecided, texts, reopenedLate, returned,
    figure: { asked, submitted, yes, no, notApplicable, unanswered, value },
    answers: inOrder(city.cells(name).map(({ organisationId, state, deadline }) => [organisationId, state, deadline])),
  };
}

const inOrder = (rows: string[][]): string[][] => rows.toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1));

/** One card with its answers as the 事務局 opens it, and the law: 審査完了 ⇒ 確認済, or 未提出扱い with a reason. */
export async function compareCard(city: City, card: Card): Promise<void> {
  const { answers } = await city.get<CardDetail>('事務局', `/api/cards/${city.cardId(card.name)}`);
  if (city.tile(card.name).stage === 'reviewed') {
    const open = answers.filter(({ state, waivedReason }) => state !== 'confirmed' && !(state === 'waived' && (waivedReason ?? '').trim() !== ''));
    expect(open).toEqual([]);
  }
  expect(inOrder(answers.map(({ organisationId, content, submittedLate, openReturn }) => [organisationId, content?.issue ?? '—', String(submittedLate), openReturn === null ? '' : '差戻し'])))
    .toEqual(inOrder(card.answers.map((answer) => [
      answer.organisation.id, (isOut(answer) ? answer.submitted?.mark : undefined) ?? '—', String(isOut(answer) && answer.late), answer.openReturn === null ? '' : '差戻し',
    ])));
}

/** Handed in and not taken back: an open 差戻し keeps the submitted version in sight (4.6). */
export const isOut = ({ state, openReturn }: Answer): boolean => state === 'submitted' || state === 'confirmed' || openReturn !== null;
