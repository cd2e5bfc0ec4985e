import { describe, expect, it } from '@jest/globals';
import { addBusinessDays } from '../calendar/business-days.ts';
import { SUBMISSION_STATES } from '../submission/states.ts';
import { DEFAULT_LADDER, dueReminders, itemsOf, stepText, whoOwes, type DueMail, type Ladder, type ReminderSituation, type ReminderSubject, type ToldItem } from './index.ts';

const OFFICE_HOURS = { opens: '09:00', closes: '17:30' };
const CLOSED = new Set(['2025-04-29', '2025-05-05', '2025-05-06']);
/** Nothing waits in these tables but where one says so. */
const LADDER: Ladder = { ...DEFAULT_LADDER, escalateAfter: null };
const answer = (some: Partial<Extract<ReminderSubject, { kind: 'answer' }>> = {}): ReminderSubject =>
  ({ kind: 'answer', id: 'a1', ladder: LADDER, state: 'draft', deadline: '2025-05-14', lastActionOn: null, staff: ['staff'], approvers: ['approver'], ...some });
const card = (some: Partial<Extract<ReminderSubject, { kind: 'card' }>> = {}): ReminderSubject =>
  ({ kind: 'card', id: 'c1', ladder: LADDER, stage: 'committee_review', wardDeadline: '2025-05-14', deadline: '2025-05-28', lastActionOn: null, leads: ['lead'], ...some });
const situation = (date: string, subjects: ReminderSubject[], some: Partial<ReminderSituation> = {}): ReminderSituation => ({
  subjects, told: [], secretariat: ['office'], now: { date, time: '10:00' }, hours: OFFICE_HOURS, closed: CLOSED, ...some,
});
const flat = (mails: DueMail[]): string[] => mails.flatMap(({ recipient, items }) => items.map((item) => `${recipient} ${item.role} ${item.subjectId} ${item.step}`));
const toldOf = (mails: DueMail[]): ToldItem[] =>
  mails.flatMap(({ items }) => items.map(({ recipient, subjectId, role, deadline, step }) => ({ recipient, subjectId, isWaiting: role === 'waiting', deadline, step })));
const day = (n: number): string => addBusinessDays('2025-05-14', n, CLOSED);

it('nothing is due outside office hours', () => {
  for (const [date, time, due] of [[day(1), '10:00', 1], [day(1), '08:59', 0], [day(1), '17:30', 0], ['2025-05-17', '10:00', 0]] as const) {
    expect(dueReminders(situation(date, [answer()], { now: { date, time } }))).toHaveLength(due);
  }
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
  it('where no staff is there, the approvers; where nobody is, 事務局 at last', () => {
    expect(flat(dueReminders(situation(day(0), [answer({ staff: [] })])))).toEqual(['approver owed a1 0']);
    expect(flat(dueReminders(situation(day(5), [answer({ staff: [] })])))).toEqual(['approver owed a1 5', 'office call a1 5']);
    const nobody = answer({ staff: [], approvers: [] });
    expect(flat(dueReminders(situation(day(3), [nobody])))).toEqual([]);
    expect(flat(dueReminders(situation(day(5), [nobody])))).toEqual(['office call a1 5']);
    expect(whoOwes(answer({ state: 'checking', approvers: [] }))).toEqual([]);
  });
  it('each cycle by its own ladder', () => {
    const own = { ...LADDER, steps: [1, 2], copyFrom: 1, callFrom: 2 };
    expect(flat(dueReminders(situation(day(1), [answer(), answer({ id: 'b', ladder: own })])))).toEqual(['approver copy b 1', 'staff owed a1 1', 'staff owed b 1']);
    expect(flat(dueReminders(situation(day(2), [answer({ id: 'b', ladder: own })])))).toEqual(['approver copy b 2', 'office call b 2', 'staff owed b 2']);
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
    const told = toldOf(dueReminders(situation(day(1), [answer()])));
    expect(dueReminders(situation(day(1), [answer()], { told }))).toEqual([]);
    expect(dueReminders(situation(day(2), [answer()], { told }))).toEqual([]);
    expect(flat(dueReminders(situation(day(3), [answer()], { told })))).toEqual(['approver copy a1 3', 'staff owed a1 3']);
    expect(flat(dueReminders(situation(day(4), [answer({ deadline: day(3) })], { told })))).toEqual(['staff owed a1 1']);
    expect(flat(dueReminders(situation(day(1), [answer({ id: 'other' })], { told })))).toEqual(['staff owed other 1']);
    expect(flat(dueReminders(situation(day(1), [answer({ staff: ['other'] })], { told })))).toEqual(['other owed a1 1']);
  });
  it('says no earlier step once a later one was said, in whatever order they are known', () => {
    const told = [...toldOf(dueReminders(situation(day(3), [answer()]))), ...toldOf(dueReminders(situation(day(0), [answer()])))];
    expect(flat(dueReminders(situation(day(1), [answer()], { told })))).toEqual([]);
    expect(flat(dueReminders(situation(day(3), [answer()], { told })))).toEqual([]);
    expect(flat(dueReminders(situation(day(5), [answer()], { told })))).toEqual(['approver copy a1 5', 'office call a1 5', 'staff owed a1 5']);
  });
});

describe('what waits', () => {
  const waiting = { ...DEFAULT_LADDER, steps: [60], escalateAfter: 3 };
  const checking = (some: object = {}) => answer({ ladder: waiting, state: 'checking', lastActionOn: day(-3), ...some });
  it.each([[-1, []], [0, ['office waiting a1 3']], [2, ['office waiting a1 3']], [3, ['office waiting a1 6']]])('an answer in 区内確認中 since three business days before, on day %i', (on, expected) => {
    expect(flat(dueReminders(situation(day(on), [checking()])))).toEqual(expected);
  });
  it('is told once a step, and anew after somebody acted', () => {
    const told = toldOf(dueReminders(situation(day(0), [checking()])));
    expect(told).toEqual([{ recipient: 'office', subjectId: 'a1', isWaiting: true, deadline: day(-3), step: 3 }]);
    expect(dueReminders(situation(day(2), [checking()], { told }))).toEqual([]);
    expect(flat(dueReminders(situation(day(3), [checking()], { told })))).toEqual(['office waiting a1 6']);
    expect(dueReminders(situation(day(3), [checking({ lastActionOn: day(1) })], { told }))).toEqual([]);
    expect(flat(dueReminders(situation(day(4), [checking({ lastActionOn: day(1) })], { told })))).toEqual(['office waiting a1 3']);
  });
  it('stands beside a call for the same answer on the same day', () => {
    const both = answer({ ladder: { ...DEFAULT_LADDER, escalateAfter: 5 }, state: 'checking', deadline: day(0), lastActionOn: day(0) });
    expect(flat(dueReminders(situation(day(5), [both])))).toEqual(['approver owed a1 5', 'office call a1 5', 'office waiting a1 5']);
    const told = [{ recipient: 'office', subjectId: 'a1', isWaiting: false, deadline: day(0), step: 5 }];
    expect(flat(dueReminders(situation(day(5), [both], { told })))).toEqual(['approver owed a1 5', 'office waiting a1 5']);
  });
  it.each([
    ['not_started', 0], ['draft', 0], ['returned', 0], ['checking', 1], ['submitted', 0], ['confirmed', 0], ['waived', 0],
  ] as const)('an answer in %s waits for an approver: %i', (state, count) => {
    expect(dueReminders(situation(day(0), [checking({ state })]))).toHaveLength(count);
  });
  it.each([
    ['ward_submitted', day(-3), null, ['office waiting c1 3']], ['committee_review', day(-3), null, ['office waiting c1 3']], ['reviewed', day(-3), null, []],
    ['ward_submitted', day(-2), day(-9), []], ['committee_review', null, day(-9), []],
    ['draft', day(-9), day(-3), ['office waiting c1 3']], ['draft', null, day(-3), ['office waiting c1 3']], ['draft', day(-3), day(-9), ['office waiting c1 3']],
    ['draft', day(-9), null, []], ['draft', day(-9), day(0), []], ['draft', day(-2), day(-3), []], ['draft', day(-9), day(-2), []],
  ] as const)('a card in %s, acted on %s, its wards until %s', (stage, lastActionOn, wardDeadline, expected) => {
    expect(flat(dueReminders(situation(day(0), [card({ ladder: waiting, stage, lastActionOn, wardDeadline })])))).toEqual(expected);
  });
  it('is not told to whom it waits for, nor at all where the ladder says never', () => {
    expect(flat(dueReminders(situation(day(0), [card({ ladder: waiting, leads: ['office'], lastActionOn: day(-3) })], { secretariat: ['office', 'second'] })))).toEqual(['second waiting c1 3']);
    expect(dueReminders(situation(day(9), [checking({ ladder: { ...waiting, escalateAfter: null } })]))).toEqual([]);
  });
  it('is kept under a step of its own', () => {
    expect(itemsOf(checking(), situation(day(0), [])).map(stepText)).toEqual(['waiting:3']);
    expect(itemsOf(answer(), situation(day(0), [])).map(stepText)).toEqual(['0']);
  });
});
