import { itemsOf, type ClosedDays, type ReminderItem } from '@furikaeri/model';
import type { OpenSubjects } from './open-subjects.ts';

/** What a row of `reminder_item` says. */
export interface KeptItem { recipientId: string; subjectId: string; isWaiting: boolean; deadline: string }

/** A moment with the days it is judged by. */
export interface Today { now: { date: string; time: string }; closed: ClosedDays }

/**
 * What each open subject gives rise to now, to find again what a row says. A row holds as long as its recipient still hears
 * of its subject by the same day, whichever step that is meanwhile.
 */
export class Judgement {
  private readonly known = new Map<string, Map<string, ReminderItem>>();

  constructor(
    private readonly open: OpenSubjects,
    private readonly today: Today,
  ) {}

  of({ recipientId, subjectId, isWaiting, deadline }: KeptItem): ReminderItem | null {
    const item = this.itemsOf(subjectId).get(`${recipientId} ${isWaiting}`);
    return item?.deadline === deadline ? item : null;
  }

  private itemsOf(subjectId: string): Map<string, ReminderItem> {
    let items = this.known.get(subjectId);
    if (!items) {
      const subject = this.open.subjects.get(subjectId);
      const all = subject ? itemsOf(subject.rule, { ...this.today, secretariat: this.open.secretariat }) : [];
      items = new Map(all.map((item) => [`${item.recipient} ${item.role === 'waiting'}`, item]));
      this.known.set(subjectId, items);
    }
    return items;
  }
}
