import { figureWords, type Certainty } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import { BureauFigureEntity } from '../../features/bureau-figures/index.ts';
import { CardEntity, CardTextEntity } from '../../features/cards/index.ts';
import { newId } from '../../platform/commands/new-id.ts';
import type { DemoCast } from './cast.ts';
import { inTokyo } from './days.ts';

interface DemoFigure { bureau: string; name: string; unit: string; value: string; asOf: string; certainty: Certainty; source: string; quotedIn?: string }

/** Figures of the sheet that a 局 gives; the one named in `quotedIn` stands as a mark in that row's 実績, the others in plain words. */
const FIGURES: readonly DemoFigure[] = [
  { bureau: '福祉局', name: '通いの場の参加者', unit: '人', value: '15044', asOf: '2025-03-31', certainty: 'final', source: '通いの場の登録簿' },
  { bureau: '福祉局', name: '特定健診の受診率（令和5年度）', unit: '%', value: '25.5', asOf: '2024-11-30', certainty: 'final', source: '健診システムの集計' },
  { bureau: '福祉局', name: '特定健診の受診率（令和6年度）', unit: '%', value: '21.2', asOf: '2025-04-25', certainty: 'provisional', source: '健診システムの集計' },
  { bureau: '建設局', name: '管理不全空家等', unit: '件', value: '795', asOf: '2024-12-31', certainty: 'final', source: '空家等の台帳', quotedIn: '3-(3)-22c' },
];

/** Rows whose 実績 already follows the answers. */
const LIVE: readonly string[] = ['1-(1)-3a', '1-(1)-3b', '2-(2)-14'];

/** Puts marks where the imported 実績 prints the figure of its answers or of a 局; nobody sees another word for it. */
export async function quoteFigures(em: EntityManager, cast: DemoCast, cycleId: string, today: string): Promise<void> {
  const cards = await em.find(CardEntity, { cycleId, code: { $in: [...LIVE, ...FIGURES.flatMap(({ quotedIn }) => quotedIn ?? [])] } });
  const texts = await em.find(CardTextEntity, { cardId: { $in: cards.map(({ id }) => id) }, field: 'results' });
  const replace = (code: string, words: string | null, mark: string): void => {
    const text = texts.find(({ cardId }) => cardId === cards.find((card) => card.code === code)?.id);
    if (text !== undefined && words !== null) text.text = text.text.replace(words, mark);
  };
  for (const card of cards) if (LIVE.includes(card.code) && card.figure != null) replace(card.code, figureWords(card.figure).値, '{{値}}');
  for (const { bureau, quotedIn, ...figure } of FIGURES) {
    const bureauId = cast.ids.get(bureau);
    if (bureauId === undefined) continue;
    const id = newId();
    em.create(BureauFigureEntity, { id, cycleId, bureauId, ...figure, note: '', version: 1, updatedBy: cast.staffOf(bureauId), updatedAt: inTokyo(today, '09:00') });
    if (quotedIn !== undefined) replace(quotedIn, `${figure.value}${figure.unit}`, `{{局|${id}}}`);
  }
  await em.flush();
}
