import type { LeftOutWhy, SubmissionId } from '@furikaeri/contracts';
import { whoOwes, type ReminderRole } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import { idList } from '../../../platform/database/id-list.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { openSubjects, type OpenSubject, type OpenSubjects } from '../open-subjects.ts';
import { chosenAnswers, refuseClosedCycle, whyLeftOut } from './nudge-answers.ts';
import { copyReadersOf, type CopyReader } from './copy-readers.ts';

export interface NudgeRequest { cycleId: string; submissionIds: readonly string[]; copyTo: readonly string[] }

/** One mail by hand: a person, and what it says to them. */
export interface PlannedNudge { recipientId: string; about: { subject: OpenSubject; role: 'owed' | 'copy' }[]; isCopy: boolean }

export interface NudgePlan {
  open: OpenSubjects;
  nudges: PlannedNudge[];
  leftOut: { submissionId: SubmissionId; why: LeftOutWhy }[];
  copyReaders: CopyReader[];
}

/** The step of a 督促 by hand: the same person hears of the same answer once a day. */
export const nudgeStep = (day: string): string => `nudge:${day}`;

/**
 * Whom a まとめて督促 would reach, who is left out and why; the preview and the sending ask the same. `day` is the one on which
 * it goes, which a 予約 puts off: what is due then, and who is there then.
 */
export async function planNudges(em: EntityManager, { cycleId, submissionIds, copyTo }: NudgeRequest, day: string): Promise<NudgePlan> {
  await refuseClosedCycle(em, cycleId);
  const chosen = await chosenAnswers(em, cycleId, submissionIds, day);
  const open = await openSubjects(em, day, chosen.map(({ id }) => id));
  const heard = await heardOn(em, day, chosen.map(({ id }) => id));
  const leftOut: NudgePlan['leftOut'] = [];
  const nudges = new Map<string, PlannedNudge['about']>();
  const tell = (recipientId: string, subject: OpenSubject, role: 'owed' | 'copy'): void => {
    const about = nudges.get(recipientId) ?? [];
    about.push({ subject, role });
    nudges.set(recipientId, about);
  };
  const reached: OpenSubject[] = [];
  for (const answer of chosen) {
    const subject = open.subjects.get(answer.id);
    const why = whyLeftOut(answer, subject, day);
    const people = subject && why === null ? whoOwes(subject.rule).filter((personId) => !heard.has(`${personId} ${answer.id}`)) : [];
    if (!subject || people.length === 0) leftOut.push({ submissionId: answer.id as SubmissionId, why: why ?? 'sent_today' });
    else {
      reached.push(subject);
      for (const personId of people) tell(personId, subject, 'owed');
    }
  }
  const isTold = (personId: string, { rule }: OpenSubject): boolean => heard.has(`${personId} ${rule.id}`) || (nudges.get(personId) ?? []).some(({ subject }) => subject.rule.id === rule.id);
  const copyReaders = copyReadersOf(open, reached).filter(({ personId, subjectIds }) => reached.some((subject) => subjectIds.has(subject.rule.id) && !whoOwes(subject.rule).includes(personId)));
  for (const personId of new Set(copyTo)) {
    const reader = copyReaders.find((one) => one.personId === personId);
    if (!reader) throw new ProblemError('nudge/not-a-copy-reader');
    for (const subject of reached) if (reader.subjectIds.has(subject.rule.id) && !isTold(personId, subject)) tell(personId, subject, 'copy');
  }
  return {
    open, leftOut, copyReaders,
    nudges: [...nudges].map(([recipientId, about]) => ({ recipientId, about, isCopy: about.every(({ role }) => role === 'copy') })),
  };
}

/** How many answers a mail asks its reader for, and how many stand in it as a copy; one that is all copy counts those. */
export function countedIn(about: readonly { role: ReminderRole }[]): { answers: number; copied: number } {
  const answers = about.filter(({ role }) => role !== 'copy').length;
  return answers === 0 ? { answers: about.length, copied: 0 } : { answers, copied: about.length - answers };
}

/** Who heard by hand of which of these answers on that day already, or will by a 予約; what could not be sent, came back or was taken back was not heard. */
async function heardOn(em: EntityManager, day: string, ids: readonly string[]): Promise<Set<string>> {
  const rows = await em.execute<{ recipientId: string; subjectId: string }[]>(
    `select i.recipient_id as "recipientId", i.subject_id as "subjectId" from reminder_item i join reminder_mail m on m.id = i.mail_id and m.state not in ('failed', 'cancelled') and m.bounced_at is null
     where i.step = ? and i.subject_id = any(?::uuid[])`,
    [nudgeStep(day), idList(ids)],
  );
  return new Set(rows.map(({ recipientId, subjectId }) => `${recipientId} ${subjectId}`));
}

/** The answers of a plan that nobody is written to about, as a refusal lists them. */
export const refuseEmpty = ({ nudges, leftOut }: Pick<NudgePlan, 'nudges' | 'leftOut'>): void => {
  if (nudges.some(({ isCopy }) => !isCopy)) return;
  throw new ProblemError('nudge/nobody-to-send-to', { fields: leftOut.map(({ submissionId, why }) => ({ path: submissionId, message: why })) });
};
