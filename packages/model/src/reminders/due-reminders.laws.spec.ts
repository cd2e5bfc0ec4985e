import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addBusinessDays, DEFAULT_OFFICE_HOURS, dueReminders, type ReminderItem, type ReminderSituation, type ReminderSubject } from '../index.ts';

const answer = (id: string): ReminderSubject =>
  ({ kind: 'answer', id, state: 'draft', deadline: '2025-05-14', staff: ['staff'], approvers: ['approver'] });
const situation = (date: string, sent: ReminderItem[]): ReminderSituation => ({
  subjects: [answer('a1'), answer('a2')], sent, secretariat: ['office'], now: { date, time: '10:00' }, hours: DEFAULT_OFFICE_HOURS, closed: new Set(),
});

describe('laws of reminders', () => {
  it('makes one mail of several missed steps, however often it is asked', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -10, max: 30 }), { minLength: 1, maxLength: 30 }), (days) => {
      const sent: ReminderItem[] = [];
      for (const n of days.toSorted((a, b) => a - b)) {
        const mails = dueReminders(situation(addBusinessDays('2025-05-14', n, new Set()), sent));
        expect(new Set(mails.map(({ recipient }) => recipient)).size).toBe(mails.length);
        sent.push(...mails.flatMap(({ items }) => items));
      }
      const keys = sent.map((item) => [item.recipient, item.subjectId, item.step, item.deadline].join());
      expect(new Set(keys).size).toBe(keys.length);
    }));
  });
});
