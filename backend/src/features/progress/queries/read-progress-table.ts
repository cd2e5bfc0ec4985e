import * as contracts from '@furikaeri/contracts';
import { isLate, unextendedDeadline, whyNot, type AskedKind, type OrganisationKind, type Stage, type SubmissionState } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { SignedIn } from '../../../platform/auth/signed-in.ts';
import { orForbid } from '../../../platform/commands/or-refuse.ts';
import { readSnapshot } from '../../../platform/database/read-snapshot.ts';
import { parseInput } from '../../../platform/http/parse-input.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { DEADLINE_COLUMNS, deadlineOfRow, type DeadlineRow, deadlinesOfRow, STILL_OWED } from '../../cycles/index.ts';
import { readSeqs } from '../../submissions/index.ts';

interface Row { cardId: contracts.CardId; code: string; title: string; asks: AskedKind; stage: Stage }
interface Cell extends DeadlineRow {
  submissionId: contracts.SubmissionId; cardId: contracts.CardId; organisationId: contracts.OrganisationId; state: SubmissionState; version: number;
  notApplicable: boolean; extensionRequest: contracts.ExtensionRequest | null; stillOwed: boolean; lastNudgedAt: Date | null; lastMailedAt: Date | null;
}

/** 進み具合: every live row against every asked organisation, with what is late and when it was last written to. 事務局 alone. */
export async function readProgressTable(em: EntityManager, actor: SignedIn, today: string, raw: unknown): Promise<contracts.ProgressTable> {
  const { cycleId } = parseInput(contracts.readProgressTable.input, raw);
  orForbid(whyNot(actor, 'progress-table.read', null));
  return readSnapshot(em, async (snapshot) => {
    const seqs = await readSeqs(snapshot, actor, cycleId);
    const [cycle] = await snapshot.execute<{ id: string }[]>('select id from cycle where id = ?', [cycleId]);
    if (!cycle) throw new ProblemError('cycle/not-found');
    const rows = await snapshot.execute<Row[]>(
      `select id as "cardId", code, title, asks, stage from card where cycle_id = ? and kind = 'live' order by sort`, [cycleId],
    );
    const cells = await cellsOf(snapshot, cycleId);
    const organisations = await snapshot.execute<{ id: contracts.OrganisationId; kind: OrganisationKind; name: string; sort: number }[]>(
      `select o.id, o.kind, o.name, o.sort from organisation o
       where o.id in (select s.organisation_id from submission s join card c on c.id = s.card_id where c.cycle_id = ?)
       order by array_position(array['ward', 'bureau', 'secretariat'], o.kind), o.sort`,
      [cycleId],
    );
    return { rows, organisations, cells: cells.map((cell) => present(cell, today)), seqs };
  });
}

const cellsOf = (em: EntityManager, cycleId: string): Promise<Cell[]> => em.execute<Cell[]>(
  `select s.id as "submissionId", s.card_id as "cardId", s.organisation_id as "organisationId", s.state, s.version,
          ${DEADLINE_COLUMNS}, s.extension_request as "extensionRequest",
          -- what is being typed is the ward's alone; only a handed-in answer says 対象外
          (s.state in ('submitted', 'returned', 'confirmed') and coalesce(s.submitted ->> 'answer', '') = 'not_applicable') as "notApplicable",
          (${STILL_OWED}) as "stillOwed", n.nudged as "lastNudgedAt", n.mailed as "lastMailedAt"
   from submission s
   join card c on c.id = s.card_id and c.cycle_id = ?
   join cycle y on y.id = c.cycle_id
   join organisation o on o.id = s.organisation_id
   left join (
     select i.subject_id, max(m.sent_at) filter (where m.kind like 'nudge:%') as nudged, max(m.sent_at) filter (where m.kind = 'daily') as mailed
     from reminder_item i join card k on k.id = i.card_id and k.cycle_id = ? join reminder_mail m on m.id = i.mail_id and m.state = 'sent' and m.bounced_at is null
     where i.role = 'owed' group by i.subject_id
   ) n on n.subject_id = s.id
   order by c.sort, o.sort`,
  [cycleId, cycleId],
);

function present(cell: Cell, today: string): contracts.ProgressTable['cells'][number] {
  const days = deadlinesOfRow(cell);
  return {
    submissionId: cell.submissionId, cardId: cell.cardId, organisationId: cell.organisationId, state: cell.state, version: cell.version,
    deadline: deadlineOfRow(cell), unextendedDeadline: unextendedDeadline(days) ?? days.groupDeadline, late: cell.stillOwed && isLate({ ...days, state: cell.state }, today),
    extended: cell.extensionDeadline !== null, extensionRequest: cell.extensionRequest, notApplicable: cell.notApplicable,
    lastNudgedAt: instant(cell.lastNudgedAt), lastMailedAt: instant(cell.lastMailedAt),
  };
}

const instant = (at: Date | null): string | null => (at === null ? null : new Date(at).toISOString());
