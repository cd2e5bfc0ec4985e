import { describe, expect, test } from '@jest/globals';
import { standing } from '@furikaeri/model';
import type { CycleDates } from '@furikaeri/model';
import { inYear, isAskedBefore, yearsOf } from './closed-day-years.ts';
import { conferenceFault } from './conference-fault.ts';
import { leftKey } from './left-key.ts';
import { MOST_MONTHS, monthsOf } from './month-days.ts';
import { alongWith, changedSteps, rebased, resultOf, startDraft, withAlong, withDate } from './schedule-draft.ts';

const CLOSED = new Set(['2025-04-29', '2025-05-05', '2025-05-06']);
const STORED: CycleDates = { openedOn: '2025-04-25', wardDeadline: '2025-05-14', bureauDeadline: '2025-05-14', reviewDeadline: '2025-05-28', checkDeadline: '2025-06-10', conferenceOn: '2025-06-13' };
const ON = { today: '2025-04-21', closed: CLOSED };

describe('dates while they are set', () => {
  const start = startDraft(STORED);
  test('moving one takes the later ones along, and each of them can be left', () => {
    const moved = withDate(start, 'reviewDeadline', '2025-05-29', ON);
    expect(resultOf(moved, ON)).toEqual({ ...STORED, reviewDeadline: '2025-05-29', checkDeadline: '2025-06-11', conferenceOn: '2025-06-27' });
    const left = withAlong(moved, 'conferenceOn', false);
    expect(resultOf(left, ON)).toEqual({ ...STORED, reviewDeadline: '2025-05-29', checkDeadline: '2025-06-11' });
    expect(alongWith(left, ON).map(({ step }) => step)).toEqual(['checkDeadline', 'conferenceOn']);
    expect(resultOf(withAlong(left, 'conferenceOn', true), ON)).toEqual(resultOf(moved, ON));
  });
  test('going on with the same date counts from where it was, not from what was half typed', () => {
    const half = withDate(start, 'wardDeadline', '2025-05-01', ON);
    expect(resultOf(withDate(half, 'wardDeadline', '2025-05-15', ON), ON)).toMatchObject({ wardDeadline: '2025-05-15', reviewDeadline: '2025-05-29' });
    const back = withDate(half, 'wardDeadline', '2025-05-14', ON);
    expect(resultOf(back, ON)).toEqual(STORED);
    expect(alongWith(back, ON)).toEqual([]);
  });
  test('another date settles what went before', () => {
    const first = withAlong(withDate(start, 'wardDeadline', '2025-05-15', ON), 'reviewDeadline', false);
    const second = withDate(first, 'bureauDeadline', '2025-05-16', ON);
    expect(second.base).toMatchObject({ wardDeadline: '2025-05-15', reviewDeadline: '2025-05-28', checkDeadline: '2025-06-11' });
    expect(resultOf(second, ON)).toMatchObject({ wardDeadline: '2025-05-15', bureauDeadline: '2025-05-16', checkDeadline: '2025-06-13' });
    expect(withDate(second, 'wardDeadline', '2025-05-15', ON)).toBe(second);
  });
  test('what was left stays left when another date moves, until it is taken along or set by hand', () => {
    const first = withAlong(withDate(start, 'reviewDeadline', '2025-05-29', ON), 'conferenceOn', false);
    const second = withDate(first, 'wardDeadline', '2025-05-15', ON);
    expect(alongWith(second, ON).map(({ step }) => step)).toContain('conferenceOn');
    expect(resultOf(second, ON)).toMatchObject({ wardDeadline: '2025-05-15', reviewDeadline: '2025-05-30', conferenceOn: '2025-06-13' });
    expect(resultOf(rebased(second, STORED, STORED, ON), ON).conferenceOn).toBe('2025-06-13');
    expect(resultOf(withDate(rebased(second, STORED, STORED, ON), 'bureauDeadline', '2025-05-16', ON), ON).conferenceOn).toBe('2025-06-13');
    expect(resultOf(withAlong(second, 'conferenceOn', true), ON).conferenceOn).toBe('2025-06-27');
    const byHand = withDate(second, 'conferenceOn', '2025-06-20', ON);
    expect(resultOf(withDate(byHand, 'checkDeadline', '2025-06-24', ON), ON).conferenceOn).toBe('2025-06-27');
  });
  test('a date that has passed is not taken along', () => {
    const moved = withDate(start, 'conferenceOn', '2025-05-30', ON);
    expect(alongWith(moved, ON).map(({ step }) => step)).toEqual(['checkDeadline', 'reviewDeadline']);
    expect(alongWith(moved, { ...ON, today: '2025-05-29' }).map(({ step, to }) => [step, to])).toEqual([['checkDeadline', '2025-05-29']]);
  });
  test('what was not touched follows dates that somebody else set', () => {
    const mine = withDate(start, 'checkDeadline', '2025-06-09', ON);
    const theirs = { ...STORED, wardDeadline: '2025-05-15', checkDeadline: '2025-06-06' };
    expect(resultOf(rebased(mine, STORED, theirs, ON), ON)).toEqual({ ...STORED, wardDeadline: '2025-05-15', checkDeadline: '2025-06-09' });
    expect(changedSteps(theirs, resultOf(rebased(mine, STORED, theirs, ON), ON))).toEqual(['checkDeadline']);
  });
});

describe('the months of a plan', () => {
  const at = (today: string, dates = STORED) => monthsOf(dates, { today, caseDay: '2025-06-10', closed: CLOSED });
  test('run from today to 区長会議, and from the first date of one that lies ahead or is over', () => {
    expect(at('2025-05-20').map(({ year, month }) => `${year}-${month}`)).toEqual(['2025-5', '2025-6']);
    expect(at('2025-03-31').map(({ month }) => month)).toEqual([4, 5, 6]);
    expect(at('2025-09-01').map(({ month }) => month)).toEqual([4, 5, 6]);
    expect(at('2024-12-31', { ...STORED, openedOn: '2024-12-01' }).map(({ month }) => month)).toEqual([12, 1, 2, 3, 4, 5]);
    expect(MOST_MONTHS).toBe(6);
  });
  test('know their weeks from Monday on, closed days and what is due', () => {
    const [may, june] = at('2025-05-20');
    expect(may?.weeks[0]?.map((day) => day?.date ?? null)).toEqual([null, null, null, '2025-05-01', '2025-05-02', '2025-05-03', '2025-05-04']);
    expect(may?.weeks).toHaveLength(5);
    const days = [...(may?.weeks ?? []), ...(june?.weeks ?? [])].flat().flatMap((day) => day ?? []);
    expect(days.find(({ date }) => date === '2025-05-06')).toEqual({ date: '2025-05-06', isOpen: false, steps: [], isCaseDay: false });
    expect(days.find(({ date }) => date === '2025-05-14')).toMatchObject({ isOpen: true, steps: ['wardDeadline', 'bureauDeadline'] });
    expect(days.filter(({ isCaseDay }) => isCaseDay).map(({ date }) => date)).toEqual(['2025-06-10']);
    expect(days).toHaveLength(61);
  });
});

test('nothing is planned backwards from no day, or from one that has passed', () => {
  expect(['', '2025-05-19', '2025-05-20', '2025-06-13'].map((day) => conferenceFault(day, '2025-05-20'))).toEqual(['deadlines.closed.add.missingDate', 'deadlines.schedule.plan.passed', null, null]);
});

test('閉庁日 stand by fiscal year', () => {
  const days = [{ date: '2024-12-31' }, { date: '2025-03-31' }, { date: '2025-04-29' }];
  expect(yearsOf(days, '2026-05-01', 2025)).toEqual([2026, 2025, 2024]);
  expect(yearsOf(days, '2026-05-01', 2031)).toEqual([2031, 2026, 2025, 2024]);
  expect(inYear(days, 2024)).toEqual([{ date: '2024-12-31' }, { date: '2025-03-31' }]);
});

test('taking out a national holiday or a day of 年末年始 is asked about, the city’s own is not', () => {
  expect((['holiday', 'year_end', 'own'] as const).map((source) => isAskedBefore({ source }))).toEqual([true, true, false]);
});

test('a date that passed on Friday is said to have passed on the weekend already', () => {
  const said = (today: string): string => leftKey(standing('2025-05-16', today, CLOSED));
  expect(['2025-05-15', '2025-05-16', '2025-05-17', '2025-05-18', '2025-05-19'].map(said)).toEqual(['words.business.left', 'words.business.today', 'deadlines.days.past', 'deadlines.days.past', 'deadlines.days.ago']);
});
