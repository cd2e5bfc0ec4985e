import * as contracts from '@furikaeri/contracts';
import { isLatePhase, isOwed, takesAnswers, whoOwes, whyNot, type Phase, type SubmissionState } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import { newId } from '../../../platform/commands/new-id.ts';
import { orForbid } from '../../../platform/commands/or-refuse.ts';
import { useCase, type UseCase } from '../../../platform/commands/use-case.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { addItems, addMail, MAIL_CHANNEL, nudgeKind, type NewItem } from '../mail-row.ts';
import { openSubjects, type OpenSubject } from '../open-subjects.ts';

type LeftOut = { submissionId: contracts.SubmissionId; why: 'already_submitted' | 'not_due' | 'sent_today' | 'no_recipient' };

/**
 * まとめて督促: one mail a person over all chosen answers, at once, whatever the ladder does. The same person hears of the
 * same answer by hand once a day at most. The mails leave by the same road as the ladder's.
 */
export const sendNudges = ({ publicUrl }: { publicUrl: string }): UseCase<typeof contracts.sendNudges> =>
  useCase(contracts.sendNudges, async ({ em, actor, now, today }, { commandId, cycleId, submissionIds }) => {
    orForbid(whyNot(actor, 'nudge.send', null));
    await refuseClosedCycle(em, cycleId);
    const states = await statesOf(em, cycleId, submissionIds);
    const open = await openSubjects(em, today, submissionIds);
    const leftOut: LeftOut[] = [];
    const items: NewItem[] = [];
    const mailIds = new Map<string, string>();
    for (const submissionId of new Set(submissionIds)) {
      const subject = open.subjects.get(submissionId);
      const why = whyLeftOut(states.get(submissionId), subject, today);
      const people = subject ? [...new Set(whoOwes(subject.rule))] : [];
      if (why !== null || !subject || people.length === 0) {
        leftOut.push({ submissionId, why: why ?? 'no_recipient' });
        continue;
      }
      for (const recipientId of people) {
        const mailId = mailIds.get(recipientId) ?? newId();
        mailIds.set(recipientId, mailId);
        items.push({ recipientId, subjectId: submissionId, subjectKind: 'answer', cardId: subject.cardId, step: `nudge:${today}`, deadline: subject.rule.deadline ?? today, mailId });
      }
    }
    const added = await addItems(em, items, now);
    const reached = new Set(added.map(({ subjectId }) => subjectId));
    for (const submissionId of new Set(submissionIds)) {
      if (!reached.has(submissionId) && !leftOut.some((one) => one.submissionId === submissionId)) leftOut.push({ submissionId, why: 'sent_today' });
    }
    if (added.length === 0) throw new ProblemError('nudge/nobody-to-send-to', { fields: leftOut.map(({ submissionId, why }) => ({ path: submissionId, message: why })) });
    const recipients = [...mailIds.keys()].map((id) => {
      const rows = added.filter(({ recipientId }) => recipientId === id);
      const organisationId = open.subjects.get(rows[0]?.subjectId ?? '')?.organisation?.id as contracts.OrganisationId;
      return { id, name: open.people.get(id)?.name ?? '', answers: rows.length, organisationId };
    }).filter(({ answers }) => answers > 0);
    for (const { id } of recipients) {
      const mailId = mailIds.get(id);
      await addMail(em, { recipientId: id, sendOn: today, kind: nudgeKind(commandId), at: now, publicUrl }, mailId);
      await em.execute('select pg_notify(?, ?)', [MAIL_CHANNEL, mailId ?? '']);
    }
    const output = { mails: recipients.length, recipients: recipients.map(({ name, organisationId, answers }) => ({ name, organisationId, answers, isCopy: false })), leftOut, notBefore: null };
    return { output, changes: [], log: { cycleId, after: output } };
  });

async function refuseClosedCycle(em: EntityManager, cycleId: string): Promise<void> {
  const [cycle] = await em.execute<{ phase: Phase }[]>('select phase from cycle where id = ?', [cycleId]);
  if (!cycle) throw new ProblemError('cycle/not-found');
  if (!takesAnswers(cycle.phase) && !isLatePhase(cycle.phase)) throw new ProblemError('cycle/not-open-for-answers');
}

async function statesOf(em: EntityManager, cycleId: string, ids: readonly string[]): Promise<Map<string, SubmissionState>> {
  const rows = await em.execute<{ id: string; state: SubmissionState }[]>(
    'select s.id, s.state from submission s join card c on c.id = s.card_id where c.cycle_id = ? and s.id in (?)', [cycleId, [...ids]],
  );
  if (rows.length < new Set(ids).size) throw new ProblemError('submission/not-found');
  return new Map(rows.map(({ id, state }) => [id, state]));
}

/** A 督促 is for what is owed and due; a ward within its extension is left in peace. */
function whyLeftOut(state: SubmissionState | undefined, subject: OpenSubject | undefined, today: string): 'already_submitted' | 'not_due' | null {
  if (state === undefined || !isOwed(state)) return 'already_submitted';
  if (subject?.rule.deadline == null || subject.rule.deadline > today) return 'not_due';
  return null;
}
