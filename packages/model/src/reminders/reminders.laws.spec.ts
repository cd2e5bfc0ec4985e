import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addBusinessDays, isBusinessDay } from '../calendar/business-days.ts';
import { addDays } from '../calendar/iso-date.ts';
import { DEFAULT_LADDER, dueReminders, faultsOfLadder, ladderDates, presenceOn, reminderStep, type HeldPost, type Ladder, type ReminderItem, type ReminderSituation, type ReminderSubject } from './index.ts';

const OFFICE_HOURS = { opens: '09:00', closes: '17:30' };
const answer = (id: string): ReminderSubject =>
  ({ kind: 'answer', id, ladder: DEFAULT_LADDER, state: 'checking', deadline: '2025-05-14', lastActionOn: '2025-05-12', staff: ['staff'], approvers: ['approver'] });
const situation = (date: string, items: ReminderItem[]): ReminderSituation => ({
  subjects: [answer('a1'), answer('a2')], told: items.map((item) => ({ ...item, isWaiting: item.role === 'waiting' })),
  secretariat: ['office'], now: { date, time: '10:00' }, hours: OFFICE_HOURS, closed: new Set(),
});
const ladders: fc.Arbitrary<Ladder> = fc.record({
  steps: fc.uniqueArray(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 9 }).map((steps) => steps.toSorted((a, b) => a - b)),
  thenEvery: fc.integer({ min: 1, max: 9 }), copyFrom: fc.constant(3), callFrom: fc.constant(5), escalateAfter: fc.constant(null),
});
const closedDays = fc.uniqueArray(fc.integer({ min: -30, max: 60 }), { maxLength: 12 }).map((days) => new Set(days.map((n) => addDays('2025-05-14', n))));

describe('laws of reminders', () => {
  it('makes one mail of several missed steps, however often it is asked, and never goes back', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -10, max: 30 }), { minLength: 1, maxLength: 30 }), (days) => {
      const items: ReminderItem[] = [];
      for (const n of days) {
        const mails = dueReminders(situation(addBusinessDays('2025-05-14', n, new Set()), items));
        expect(new Set(mails.map(({ recipient }) => recipient)).size).toBe(mails.length);
        items.push(...mails.flatMap((mail) => mail.items));
      }
      for (const item of items) {
        const same = items.filter((one) => one.recipient === item.recipient && one.subjectId === item.subjectId && (one.role === 'waiting') === (item.role === 'waiting'));
        expect(same.map(({ step }) => step)).toEqual([...new Set(same.map(({ step }) => step))].toSorted((a, b) => a - b));
      }
    }));
  });
  it('the days of a ladder are those on which its steps are reached', () => {
    fc.assert(fc.property(ladders, closedDays, (ladder, closed) => {
      expect(faultsOfLadder(ladder)).toEqual([]);
      const dates = new Map(ladderDates('2025-05-14', ladder, closed, '2025-06-30').map(({ step, date }) => [date, step]));
      let before: number | null = reminderStep('2025-05-14', '2025-03-31', closed, ladder);
      for (let day = '2025-04-01'; day <= '2025-06-30'; day = addDays(day, 1)) {
        if (!isBusinessDay(day, closed)) continue;
        const step = reminderStep('2025-05-14', day, closed, ladder);
        expect(dates.get(day) ?? null).toBe(step === before ? null : step);
        before = step;
      }
    }), { numRuns: 20 });
  });
  it('nobody who is away hears, and who stands in for somebody does so on days of the 代理 only', () => {
    const period = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 8 })).map(([from, days]) => ({ from: addDays('2025-05-01', from), to: addDays('2025-05-01', from + days) }));
    const person = fc.constantFrom('a', 'b', 'c');
    fc.assert(fc.property(fc.array(fc.record({ personId: person, period })), fc.array(fc.record({ personId: person, period })), fc.integer({ min: 0, max: 30 }), (deputies, absences, n) => {
      const today = addDays('2025-05-01', n);
      const own: HeldPost[] = ['a', 'b'].map((personId) => ({ id: personId, personId, organisationId: 'x', role: 'ward_approver', deputyOf: null, from: null, to: null }));
      const posts = [...own, ...deputies.map(({ personId, period: days }, index): HeldPost => ({ id: `d${index}`, personId, organisationId: 'x', role: 'ward_approver', deputyOf: 'a', ...days }))];
      const presence = presenceOn(today, posts, absences.map(({ personId, period: days }) => ({ personId, ...days })));
      const people = presence.at('ward_approver', 'x');
      expect(new Set(people.map(({ personId }) => personId)).size).toBe(people.length);
      for (const { personId, standsInFor } of people) {
        expect(presence.isAway(personId)).toBe(false);
        if (standsInFor !== null) expect(deputies.some((one) => one.personId === personId && one.period.from <= today && today <= one.period.to)).toBe(true);
      }
      if (!presence.isAway('b')) expect(people.map(({ personId }) => personId)).toContain('b');
      if (!presence.isAway('a')) expect(people.length).toBeGreaterThan(0);
    }));
  });
});
