import type { EntityManager } from '@mikro-orm/postgresql';
import { readTogether } from '../../platform/commands/command-transaction.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { CycleEntity } from '../cycles/index.ts';
import { CardEntity } from './card.entity.ts';
import { presentCard } from './card.presenter.ts';

export interface LockedCard { card: CardEntity; cycle: CycleEntity }

/** What rules and tiles look at; the sheet's own long texts (goals, measures, preamble, …) no command changes or needs. */
const COLUMNS = `id, cycle_id, sort, code, section_number, chapter, initiative, title, kind, stage, progress, progress_decision, approval, asks,
  committee_id, bureau_id, reopened_late, deadline, indicator, figure, strip, texts_written, "references", status_note, returned, comments, version`;

/**
 * Takes the card's lock, which every command on a card or on one of its answers takes first.
 * The cycle is read in a later statement on purpose: whoever moves the phase holds the cards' locks while doing so, and a
 * join would still show the phase from before the wait. Both statements travel in one message.
 * The sheet's long texts (see COLUMNS) are not on the card that comes back; who shows them reads the whole row.
 */
export async function lockCard(em: EntityManager, cardId: string, expectedVersion?: number): Promise<LockedCard> {
  const [[cardRow] = [], [cycleRow] = []] = await readTogether(em, [
    [`select ${COLUMNS} from card where id = ? for update`, [cardId]],
    ['select * from cycle where id = (select cycle_id from card where id = ?)', [cardId]],
  ]);
  if (cardRow === undefined || cycleRow === undefined) throw new ProblemError('card/not-found');
  const card = em.map(CardEntity, cardRow);
  if (expectedVersion !== undefined && card.version !== expectedVersion) {
    throw new ProblemError('card/changed-meanwhile', { current: presentCard(card) });
  }
  return { card, cycle: em.map(CycleEntity, cycleRow) };
}
