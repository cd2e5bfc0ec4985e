import { describe, expect, it } from '@jest/globals';
import { addBusinessDays } from '../calendar/business-days.ts';
import { DEFAULT_LADDER, DEFAULT_OFFICE_HOURS, type DueMail, dueReminders, isOfficeOpen, type ReminderSituation, type ReminderSubject, reminderStep } from './due-reminders.ts';
import { SUBMISSION_STATES } from '../submission/states.ts';

const CLOSED = new Set(['2025-04-29', '2025-05-05', '2025-05-06']);
const answer = (some: Partial<Extract<ReminderSubject, { kind: 'answer' }>> = {}): ReminderSubject =>
  ({ kind: 'answer', id: 'a1', state: 'draft', deadline: '2025-05-14', staff: ['staff'], approvers: ['approver'], ...some });
const card = (some: Partial<Extract<ReminderSubject, { kind: 'card' }>> = {}): ReminderSubject =>
  ({ kind: 'card', id: 'c1', stage: 'committee_review', wardDeadline: '2025-05-14', deadline: '2025-05-28', leads: ['lead'], ...some });
const situation = (date: string, subjects: ReminderSubject[], some: Partial<ReminderSituation> = {}): ReminderSituation => ({
  subjects, sent: [], secretariat: ['office'], now: { date, time: '10:00' }, hours: DEFAULT_OFFICE_HOURS, closed: CLOSED, ...some,
});
const flat = (mails: DueMail[]): string[] => mails.flatMap(({ recipient, items }) => items.map((item) => `${recipient} ${item.role} ${item.subjectId} ${item.step}`));
const day = (n: number): string => addBusinessDays('2025-05-14', n, CLOSED);

describe('the ladder', () => {
  it.each([
    [-8, null], [-7, -7], [-6, -7], [-4, -7], [-3, -3], [-2, -3], [-1, -1], [0, 0], [1, 1], [2, 1], [3, 3], [4, 3], [5, 5], [6, 5], [9, 5], [10, 10], [14, 10], [15, 15], [21, 20],
  ])('%i business days from the deadline: step %s', (days, step) => {
    expect(reminderStep('2025-05-14', day(days), CLOSED)).toBe(step);
  });
  it('counts from a deadline on a closed day by the open days around it', () => {
    expect(reminderStep('2025-05-17', '2025-05-16', CLOSED)).toBe(0);
    expect(reminderStep('2025-05-17', '2025-05-19', CLOSED)).toBe(1);
  });
  it('is a setting', () => {
    const ladder = { ...DEFAULT_LADDER, steps: [-2, 0], thenEvery: 3 };
    expect([-3, -2, -1, 0, 2, 3, 6].map((days) => reminderStep('2025-05-14', day(days), CLOSED, ladder))).toEqual([null, -2, -2, 0, 0, 3, 6]);
    expect(reminderStep('2025-05-14', day(3), CLOSED, { ...ladder, steps: [] })).toBeNull();
  });
});

describe('office hours', () => {
  it.each([
    ['2025-05-14', '08:59', false], ['2025-05-14', '09:00', true], ['2025-05-14', '17:29', true], ['2025-05-14', '17:30', false],
    ['2025-05-17', '10:00', false], ['2025-05-18', '10:00', false], ['2025-05-05', '10:00', false],
  ])('%s %s: %s', (date, time, open) => {
    expect(isOfficeOpen({ date, time }, DEFAULT_OFFICE_HOURS, CLOSED)).toBe(open);
    const mails = dueReminders(situation(date, [answer()], { now: { date, time } }));
    expect(mails.length > 0).toBe(open);
  });
});

describe('who hears', () => {
  it.each([
    ['not_started', ['staff owed a1 1']], ['draft', ['staff owed a1 1']], ['returned', ['staff owed a1 1']], ['checking', ['approver owed a1 1']],
    ['submitted', []], ['confirmed', []], ['waived', []],
  ] as const)('an answer in %s a day late', (state, expected) => {
    expect(flat(dueReminders(situation(day(1), [answer({ state })])))).toEqual(expected);
    expect(SUBMISSION_STATES).toContain(state);
  });
  it('from +3 the approver has a copy, from +5 事務局 the list of wards to call', () => {
    expect(flat(dueReminders(situation(day(2), [answer()])))).toEqual(['staff owed a1 1']);
    expect(flat(dueReminders(situation(day(3), [answer()])))).toEqual(['approver copy a1 3', 'staff owed a1 3']);
    expect(flat(dueReminders(situation(day(5), [answer()])))).toEqual(['approver copy a1 5', 'office call a1 5', 'staff owed a1 5']);
    expect(flat(dueReminders(situation(day(3), [answer({ state: 'checking' })])))).toEqual(['approver owed a1 3']);
    expect(flat(dueReminders(situation(day(3), [answer({ staff: ['x'], approvers: ['x'] })])))).toEqual(['x owed a1 3']);
  });
  it.each([
    ['committee_review', '2025-05-14', ['lead owed c1 -7']], ['ward_submitted', null, ['lead owed c1 -7']], ['draft', '2025-05-14', ['lead owed c1 -7']],
    ['draft', '2025-05-30', []], ['draft', null, []], ['reviewed', '2025-05-14', []],
  ] as const)('a card in %s, wards until %s', (stage, wardDeadline, expected) => {
    expect(flat(dueReminders(situation('2025-05-19', [card({ stage, wardDeadline })])))).toEqual(expected);
  });
  it('a late card copies and calls nobody', () => {
    expect(flat(dueReminders(situation('2025-06-20', [card()])))).toEqual(['lead owed c1 15']);
  });
  it('without a deadline, and before the ladder, nobody', () => {
    expect(dueReminders(situation(day(0), [answer({ deadline: null })]))).toEqual([]);
    expect(dueReminders(situation(day(-8), [answer()]))).toEqual([]);
  });
});

describe('one mail per person', () => {
  it('gathers what one person owes, the latest first, people in order', () => {
    const mails = dueReminders(situation(day(1), [
      answer({ id: 'b' }), answer({ id: 'a' }), answer({ id: 'z', deadline: day(0) }), answer({ id: 'late', deadline: day(-1), state: 'returned' }), card({ id: 'c', deadline: day(1), leads: ['anna'] }),
    ]));
    expect(mails.map(({ recipient }) => recipient)).toEqual(['anna', 'staff']);
    expect(flat(mails).slice(1)).toEqual(['staff owed a 1', 'staff owed b 1', 'staff owed late 1', 'staff owed z 1']);
    const mixed = dueReminders(situation(day(0), [answer({ id: 'soon', deadline: day(3) }), answer({ id: 'now' })]));
    expect(flat(mixed)).toEqual(['staff owed now 0', 'staff owed soon -3']);
    expect(mixed[0]?.items[0]).toEqual({ recipient: 'staff', kind: 'answer', subjectId: 'now', step: 0, deadline: '2025-05-14', role: 'owed' });
  });
  it('says nothing twice, but a moved deadline starts its own ladder', () => {
    const sent = dueReminders(situation(day(1), [answer()])).flatMap(({ items }) => items);
    expect(dueReminders(situation(day(1), [answer()], { sent }))).toEqual([]);
    expect(dueReminders(situation(day(2), [answer()], { sent }))).toEqual([]);
    expect(flat(dueReminders(situation(day(3), [answer()], { sent })))).toEqual(['approver copy a1 3', 'staff owed a1 3']);
    expect(flat(dueReminders(situation(day(4), [answer({ deadline: day(3) })], { sent })))).toEqual(['staff owed a1 1']);
    expect(flat(dueReminders(situation(day(1), [answer({ id: 'other' })], { sent })))).toEqual(['staff owed other 1']);
    expect(flat(dueReminders(situation(day(1), [answer({ staff: ['other'] })], { sent })))).toEqual(['other owed a1 1']);
  });
});
