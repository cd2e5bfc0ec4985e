import * as contracts from '@furikaeri/contracts';
import type { Ladder, Stage, SubmissionState } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import { idList } from '../../platform/database/id-list.ts';
import { DEADLINE_COLUMNS, type DeadlineRow, STILL_OWED, STILL_TO_REVIEW } from '../cycles/index.ts';

interface OpenRow { id: string; cycleId: string; code: string; title: string; fiscalYear: number; ladder: Ladder | null; lastActionOn: string | null }

export interface AnswerRow extends OpenRow, DeadlineRow {
  cardId: string; organisationId: string; organisation: string; state: SubmissionState; returnedField: string | null; extensionWaits: boolean; committeeId: string | null; committee: string | null;
}
export interface CardRow extends OpenRow { stage: Stage; committeeId: string | null; committee: string | null; wardDeadline: string; deadline: string }

const COMMON = 'c.code, c.title, y.id as "cycleId", y.fiscal_year as "fiscalYear", y.ladder';

const namesOf = (...commands: readonly { name: string }[]): string => commands.map(({ name }) => `'${name}'`).join(', ');

/** What brings an answer to its 区承認者, and what only they can write while it is with them. Talk and wishes for more time move nothing. */
const MOVES_ANSWER = namesOf(contracts.requestCheck, contracts.withdrawSubmission, contracts.editSubmission);
/** What gives a 部会 something to review, and every step of the review. What 区 write before they hand in is not the 部会長's doing. */
const MOVES_CARD = namesOf(
  contracts.assignCards, contracts.submitSubmission, contracts.startReview, contracts.returnSubmissions, contracts.cancelReturn, contracts.judgeCard,
  contracts.writeCardText, contracts.approveCard, contracts.reopenCard,
);

/** The day of the last command that moved it, by the clock of the application; what nobody ever moved lies there since the 照会 began. */
const lastActionOn = (column: 'submission_id' | 'card_id', id: string, moves: string): string =>
  `coalesce((select (max(l.at) at time zone 'Asia/Tokyo')::date from command_log l where l.${column} = ${id} and l.name in (${moves})), y.opened_on)::text`;

/** Answers that are still owed, in the order of the sheet. */
export const readOpenAnswers = (em: EntityManager, only?: readonly string[]): Promise<AnswerRow[]> => em.execute<AnswerRow[]>(
  `select s.id, s.card_id as "cardId", s.organisation_id as "organisationId", o.name as organisation, s.state, s.open_return -> 'fields' ->> 0 as "returnedField", s.extension_request is not null as "extensionWaits", ${DEADLINE_COLUMNS},
          c.committee_id as "committeeId", k.name as committee, ${COMMON},
          case when s.state = 'checking' then ${lastActionOn('submission_id', 's.id', MOVES_ANSWER)} end as "lastActionOn"
   from submission s
   join card c on c.id = s.card_id
   join cycle y on y.id = c.cycle_id
   join organisation o on o.id = s.organisation_id
   left join organisation k on k.id = c.committee_id
   where ${STILL_OWED} ${only ? 'and s.id = any(?::uuid[])' : ''}
   order by y.created_at, y.id, c.sort, o.sort`,
  only ? [idList(only)] : [],
);

/** Cards that are not reviewed yet, in the order of the sheet. */
export const readOpenCards = (em: EntityManager, only?: readonly string[]): Promise<CardRow[]> => em.execute<CardRow[]>(
  `select c.id, c.stage, c.committee_id as "committeeId", o.name as committee, ${COMMON}, y.review_deadline::text as deadline,
          (case when c.asks = 'wards' then y.ward_deadline else y.bureau_deadline end)::text as "wardDeadline",
          ${lastActionOn('card_id', 'c.id', MOVES_CARD)} as "lastActionOn"
   from card c join cycle y on y.id = c.cycle_id left join organisation o on o.id = c.committee_id
   where ${STILL_TO_REVIEW} ${only ? 'and c.id = any(?::uuid[])' : ''}
   order by y.created_at, y.id, c.sort`,
  only ? [idList(only)] : [],
);
