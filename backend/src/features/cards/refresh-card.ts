import type { CardMove } from '@furikaeri/contracts';
import { stageFollowing } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CardEntity } from './card.entity.ts';
import { type AskedAnswer, computeFigure, computeStrip } from './figure.ts';

/** Ids of the wards in their official order, which is not the order of their codes. */
export async function wardOrder(em: EntityManager): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>(`select id from organisation where kind = 'ward' order by sort`);
  return rows.map(({ id }) => id);
}

/**
 * Brings a locked card into agreement with all of its asked answers: figure, strip, 差戻し n, and the stage that follows
 * by itself (下書き ⇄ 区提出). Returns that move, if there was one. Call it whenever what outsiders see of an answer changed.
 */
export async function refreshCard(em: EntityManager, card: CardEntity, answers: readonly AskedAnswer[], at: Date): Promise<CardMove | null> {
  return refreshCardWith(await wardOrder(em), card, answers, at);
}

/** As {@link refreshCard}, for who refreshes many cards at once and has the order of the wards. */
export function refreshCardWith(wards: readonly string[], card: CardEntity, answers: readonly AskedAnswer[], at: Date): CardMove | null {
  if (card.kind !== 'live' || card.stage == null) return null;
  if (card.indicator != null) {
    card.figure = computeFigure(card.indicator, answers);
    card.strip = computeStrip(card.indicator, answers, wards);
  }
  // An answer treated as not submitted keeps its 差戻し for a reopening, but nobody waits for it meanwhile.
  card.returned = answers.filter(({ openReturn, state }) => openReturn != null && state !== 'waived').length;
  card.version += 1;
  const from = card.stage;
  const to = stageFollowing(from, answers.map(({ state }) => state));
  if (to === from) return null;
  card.stage = to;
  return { axis: 'stage', from, to, by: null, at: at.toISOString() };
}
