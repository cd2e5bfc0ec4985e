import { businessDaysBetween, type ClosedDays, type ReminderRole, whoOwes } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import { idList } from '../../../platform/database/id-list.ts';
import type { LetterLine } from '../../letters/index.ts';
import { Judgement, type KeptItem } from '../judgement.ts';
import { hearsThrough, type OpenSubject, type OpenSubjects } from '../open-subjects.ts';
import { copyReadersOf } from '../nudges/copy-readers.ts';
import type { Reader } from './readers.ts';

export interface MailItem extends KeptItem { id: string; mailId: string; role: ReminderRole; byHand: boolean }

export const itemsOfMails = (em: EntityManager, mailIds: readonly string[]): Promise<MailItem[]> => em.execute<MailItem[]>(
  `select id, mail_id as "mailId", recipient_id as "recipientId", subject_id as "subjectId", role, role = 'waiting' as "isWaiting",
          step like 'nudge:%' as "byHand", effective_deadline::text as deadline
   from reminder_item where mail_id = any(?::uuid[])`,
  [idList(mailIds)],
);

/** Says of each item what its reader is told of it now; nothing, when it needs no telling any more. */
export class LineWriter {
  private readonly judgement: Judgement;
  private readonly place: Map<string, number>;

  constructor(
    private readonly open: OpenSubjects,
    private readonly today: string,
    private readonly closed: ClosedDays,
    time: string,
  ) {
    this.judgement = new Judgement(open, { now: { date: today, time }, closed });
    this.place = new Map([...open.subjects.keys()].map((id, index) => [id, index]));
  }

  lineOf(item: MailItem, reader: Reader): LetterLine | null {
    const subject = this.open.subjects.get(item.subjectId);
    if (!subject || reader.isAway) return null;
    const role = item.byHand ? this.roleByHand(item, subject) : this.judgement.of(item)?.role;
    if (role === undefined) return null;
    const { deadline } = subject.rule;
    const through = hearsThrough(this.open, reader.id, subject, role);
    return {
      subject, role, deadline: deadline ?? item.deadline, organisationId: through?.organisationId ?? null,
      standsInFor: through?.standsInFor == null ? null : this.open.people.get(through.standsInFor)?.name ?? null,
      waits: role === 'waiting' ? { on: (subject.organisation ?? subject.committee)?.name ?? '', days: businessDaysBetween(item.deadline, this.today, this.closed) } : null,
    };
  }

  /** In the order of the sheet. */
  byPlace = (a: LetterLine, b: LetterLine): number => (this.place.get(a.subject.rule.id) ?? 0) - (this.place.get(b.subject.rule.id) ?? 0);

  /** A 督促 holds while the answer is due and no 延長の希望 of it waits, for whose turn it is; a copy for whom it was given to, while they may get one. */
  private roleByHand({ role, recipientId }: MailItem, subject: OpenSubject): 'owed' | 'copy' | undefined {
    const { rule } = subject;
    if (subject.extensionWaits || rule.deadline === null || rule.deadline > this.today) return undefined;
    if (role === 'copy') return copyReadersOf(this.open, [subject]).some(({ personId }) => personId === recipientId) ? 'copy' : undefined;
    return whoOwes(rule).includes(recipientId) ? 'owed' : undefined;
  }
}
