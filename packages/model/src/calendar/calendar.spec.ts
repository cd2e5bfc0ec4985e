import { describe, expect, it } from '@jest/globals';
import { addBusinessDays, businessDaysBetween, isBusinessDay, mayBeDue, nextBusinessDay } from './business-days.ts';
import { isOverdue, parseDeadlineRule, parseDeadlineStages, yearsOverdue } from './deadline-rule.ts';
import { fiscalYearOf, fiscalYearOfMonth, fiscalYearSpan } from './fiscal-year.ts';
import { addDays, daysBetween, endOfMonth, isIsoDate, isoDate, weekdayOf } from './iso-date.ts';
import { ERAS, formatFiscalYear, formatWareki, lastDayOf, parseJapaneseTime } from './wareki.ts';

/** Golden Week 2025. */
const CLOSED = new Set(['2025-04-29', '2025-05-03', '2025-05-04', '2025-05-05', '2025-05-06']);

describe('ISO dates', () => {
  it('reckon without time zones', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2025-01-01', -1)).toBe('2024-12-31');
    expect(daysBetween('2025-04-25', '2025-05-09')).toBe(14);
    expect(daysBetween('2025-05-09', '2025-04-25')).toBe(-14);
    expect(weekdayOf('2025-05-14')).toBe(3);
    expect(weekdayOf('2025-05-18')).toBe(0);
    expect(endOfMonth(2024, 2)).toBe('2024-02-29');
    expect(endOfMonth(2025, 12)).toBe('2025-12-31');
    expect(isoDate(794, 1, 9)).toBe('0794-01-09');
  });
  it.each(['2025-02-29', '2025-13-01', '2025-00-10', '2025-1-1', '', '2025-05-14T00:00', 'x2025-05-14', '2025-04-31'])('%j is no date', (text) => {
    expect(isIsoDate(text)).toBe(false);
    expect(() => addDays(text, 1)).toThrow(RangeError);
    expect(() => addDays(text, 1)).toThrow(`not an ISO date: ${text}`);
  });
  it.each(['2024-02-29', '2025-05-14', '1999-12-31'])('%j is one', (text) => {
    expect(isIsoDate(text)).toBe(true);
  });
});

describe('fiscal years', () => {
  it.each([['2024-04-01', 2024], ['2025-03-31', 2024], ['2025-04-01', 2025], ['2025-01-11', 2024], ['2024-12-31', 2024]])('%s is in %i', (date, year) => {
    expect(fiscalYearOf(date)).toBe(year);
  });
  it('run from April to March', () => {
    expect(fiscalYearSpan(2024)).toEqual({ from: '2024-04-01', to: '2025-03-31' });
    expect([fiscalYearOfMonth(2025, 3), fiscalYearOfMonth(2025, 4)]).toEqual([2024, 2025]);
  });
});

describe('business days', () => {
  it('ten business days from 照会 on 2025-04-25 end on 2025-05-14', () => {
    expect(addBusinessDays('2025-04-25', 10, CLOSED)).toBe('2025-05-14');
    expect(businessDaysBetween('2025-04-25', '2025-05-14', CLOSED)).toBe(10);
    expect(addBusinessDays('2025-05-14', -10, CLOSED)).toBe('2025-04-25');
    expect(businessDaysBetween('2025-05-14', '2025-04-25', CLOSED)).toBe(-10);
  });
  it('a holiday moves to the next open day', () => {
    expect(nextBusinessDay('2025-05-03', CLOSED)).toBe('2025-05-07');
    expect(nextBusinessDay('2025-05-07', CLOSED)).toBe('2025-05-07');
    expect(isBusinessDay('2025-05-05', CLOSED)).toBe(false);
    expect([isBusinessDay('2025-05-10', new Set()), isBusinessDay('2025-05-11', new Set()), isBusinessDay('2025-05-12', new Set())]).toEqual([false, false, true]);
  });
  it('a new deadline is an open day after today', () => {
    expect(['2025-05-01', '2025-05-02', '2025-05-03', '2025-05-06', '2025-05-07'].map((day) => mayBeDue(day, '2025-05-01', CLOSED))).toEqual([false, true, false, false, true]);
  });
  it('nothing lies between a day and itself, and no day between two closed ones', () => {
    expect(addBusinessDays('2025-05-04', 0, CLOSED)).toBe('2025-05-04');
    expect(businessDaysBetween('2025-05-14', '2025-05-14', CLOSED)).toBe(0);
    expect(Object.is(businessDaysBetween('2025-05-06', '2025-05-03', CLOSED), 0)).toBe(true);
    expect(businessDaysBetween('2025-05-02', '2025-05-07', CLOSED)).toBe(1);
  });
});

describe('和暦', () => {
  it.each([
    [2024, '令和6年度', '6年度', 'R6'], [2019, '令和元年度', '元年度', 'R1'], [2018, '平成30年度', '30年度', 'H30'],
    [1989, '平成元年度', '元年度', 'H1'], [1988, '昭和63年度', '63年度', 'S63'], [1926, '大正15年度', '15年度', 'T15'],
  ])('fiscal year %i is %s', (year, long, medium, short) => {
    expect([formatFiscalYear(year), formatFiscalYear(year, 'medium'), formatFiscalYear(year, 'short')]).toEqual([long, medium, short]);
  });
  it.each([
    ['2025-04-25', '令和7年4月25日'], ['2019-05-01', '令和元年5月1日'], ['2019-04-30', '平成31年4月30日'], ['1989-01-07', '昭和64年1月7日'],
    ['1926-12-25', '昭和元年12月25日'], ['1912-07-29', '明治45年7月29日'],
  ])('%s is %s', (date, expected) => {
    expect(formatWareki(date)).toBe(expected);
  });
  it('knows no year before its eras', () => {
    expect(() => formatFiscalYear(1800)).toThrow('no era for 1800');
    expect(() => formatWareki('1800-01-01')).toThrow('no era for 1800-01-01');
  });
  it('the next era is one more row', () => {
    const eras = [{ name: '新元', letter: 'X', firstYear: 2040, firstFiscalYear: 2040, start: '2040-05-01' }, ...ERAS];
    expect(formatFiscalYear(2041, 'long', eras)).toBe('新元2年度');
    expect(formatWareki('2040-05-01', eras)).toBe('新元元年5月1日');
    expect(parseJapaneseTime('X2', { eras })).toEqual({ kind: 'fiscal-year', fiscalYear: 2041, note: '' });
    expect(parseJapaneseTime('2年度', { eras })).toEqual({ kind: 'fiscal-year', fiscalYear: 2041, note: '' });
  });
});

describe('the writings of the sheet', () => {
  const year = (fiscalYear: number, note = '') => ({ kind: 'fiscal-year', fiscalYear, note });
  const month = (y: number, m: number, fiscalYear: number, end = false) => ({ kind: 'month', year: y, month: m, fiscalYear, end });
  it.each([
    ['令和6年度', year(2024)], ['6年度', year(2024)], ['R6', year(2024)], ['Ｒ６', year(2024)], ['令和元年度', year(2019)], ['平成31年度', year(2019)],
    ['平成30年度', year(2018)], ['H30', year(2018)], ['R6年度', year(2024)], ['R6年', { kind: 'year', year: 2024 }],
    ['R6.12末', month(2024, 12, 2024, true)], ['7年2月', month(2025, 2, 2024)], ['6年10月', month(2024, 10, 2024)], ['令和7年3月末', month(2025, 3, 2024, true)],
    ['R7.4', month(2025, 4, 2025)], ['R7年3月末現在', month(2025, 3, 2024, true)], ['令和6年8月時点', month(2024, 8, 2024)],
    ['令和7年1月11日付', { kind: 'day', date: '2025-01-11' }], ['R7年4月25日現在', { kind: 'day', date: '2025-04-25' }], ['R7.1.11', { kind: 'day', date: '2025-01-11' }],
    ['令和 7年 1月 11日 時点', { kind: 'day', date: '2025-01-11' }], ['令和3～5年度', { kind: 'fiscal-years', from: 2021, to: 2023 }],
    ['令和3年度〜5年度', { kind: 'fiscal-years', from: 2021, to: 2023 }], ['令和4年度から同6年度まで', { kind: 'fiscal-years', from: 2022, to: 2024 }],
    ['平成30年度から令和2年度まで', { kind: 'fiscal-years', from: 2018, to: 2020 }], ['H30年度～R元年度', { kind: 'fiscal-years', from: 2018, to: 2019 }], ['令和9～10年度', { kind: 'fiscal-years', from: 2027, to: 2028 }],
    ['令和6年10月～12月', { kind: 'months', year: 2024, from: 10, to: 12 }], ['令和6年1月～1月', { kind: 'months', year: 2024, from: 1, to: 1 }], ['令和6年10月11日', { kind: 'day', date: '2024-10-11' }],
    ['令和6年8月～9月', { kind: 'months', year: 2024, from: 8, to: 9 }],
    ['令和7年2月30日', null], ['令和7年13月', null], ['令和7年0月', null], ['令和6年9月～8月', null], ['令和6年0月～8月', null], ['令和6年8月～13月', null],
    ['令和6年度と令和7年10月', null], ['令和6年10月まで', null], ['令和6年8月～9月頃', null], ['令和6年1月11日ごろ', null], ['令和3～5年度頃', null], ['令和3年度～予定5年度', null], ['令和3年度、令和4年度から同6年度', null],
    ['6', null], ['', null], ['令和', null], ['昨日', null], ['X6', null], ['令和6年度末時点', null], ['あR6', null], ['次年度', null],
  ])('%s', (text, expected) => {
    expect(parseJapaneseTime(text)).toEqual(expected);
  });
  it.each([['次年度(秋頃予定)', year(2025, '秋頃予定')], ['次年度', year(2025)], ['翌年度', year(2025)], ['本年度', year(2024)], ['今年度', year(2024)], ['前年度', year(2023)], ['昨年度', year(2023)], ['次年度以降', null], ['その次年度', null]])(
    '%s counts from the sheet', (text, expected) => {
      expect(parseJapaneseTime(text, { fiscalYear: 2024 })).toEqual(expected);
    },
  );
  it.each([
    ['R6.12末', '2024-12-31'], ['令和6年度', '2025-03-31'], ['R6年', '2024-12-31'], ['令和3～5年度', '2024-03-31'], ['令和6年8月～9月', '2024-09-30'], ['令和7年1月11日付', '2025-01-11'],
  ])('the last day of %s is %s', (text, expected) => {
    const time = parseJapaneseTime(text);
    expect(time && lastDayOf(time)).toBe(expected);
  });
});

describe('deadlines of the plan', () => {
  it.each([
    ['毎年度', 'recurring', null], ['令和5年度中に', 'in', 2023], ['令和8年度末までに', 'by', 2026], ['令和8年度までに', 'by', 2026], ['令和8年度末まで', 'by', 2026],
    ['令和6年度に', 'in', 2024], ['令和7年度から', 'from', 2025], ['令和7年度以降', 'from', 2025], ['令和5年度から毎年度', 'recurring', 2023],
    ['令和8年度末には全区で', 'by', 2026], ['令和8年度末目標', 'by', 2026], ['令和8年度目標', 'by', 2026], ['R7年度中', 'in', 2025], ['令和 ８年度 末まで', 'by', 2026], ['令和元年度中', 'in', 2019],
    ['平成31年度中', 'in', 2019], ['令和7年3月まで', 'by', 2024], ['令和7年4月まで', 'by', 2025],
    ['', 'none', null], ['必要な検討を実施', 'none', null], ['令和4年度全区平均 48.7%', 'none', null], ['令和5年度末時点の振り返りで完了済み', 'none', null], ['令和10年度まで', 'by', 2028],
  ])('%s is %s %s', (text, kind, fiscalYear) => {
    expect(parseDeadlineRule(text)).toMatchObject({ kind, fiscalYear, text });
  });
  it('keeps a season as a range', () => {
    expect(parseDeadlineRule('令和5年秋までに')).toEqual({ kind: 'by', fiscalYear: 2023, fuzzy: { word: '秋', from: '2023-09-01', to: '2023-11-30' }, text: '令和5年秋までに' });
    expect(parseDeadlineRule('令和5年春頃まで').fuzzy).toEqual({ word: '春', from: '2023-03-01', to: '2023-05-31' });
    expect(parseDeadlineRule('令和5年夏まで').fuzzy).toEqual({ word: '夏', from: '2023-06-01', to: '2023-08-31' });
    expect(parseDeadlineRule('令和5年冬まで').fuzzy).toEqual({ word: '冬', from: '2023-12-01', to: '2024-02-29' });
    expect(parseDeadlineRule('令和7年3月まで').fuzzy).toEqual({ word: '3月', from: '2025-03-01', to: '2025-03-31' });
    expect(parseDeadlineRule('令和7年度中').fuzzy).toBeNull();
  });
  it('reads both stages and counts by the last', () => {
    const text = 'R5年度中に取りまとめ、以降 令和10年度まで推進';
    expect(parseDeadlineStages(text).map(({ kind, fiscalYear }) => [kind, fiscalYear])).toEqual([['in', 2023], ['by', 2028]]);
    expect(parseDeadlineRule(text)).toMatchObject({ kind: 'by', fiscalYear: 2028 });
    expect(parseDeadlineStages('平成30年度から同31年度まで').map(({ kind, fiscalYear }) => [kind, fiscalYear])).toEqual([['from', 2018], ['by', 2019]]);
  });
  it('15a is one year overdue in the review of 令和6年度末', () => {
    const rule = parseDeadlineRule('令和5年度中に');
    expect(yearsOverdue(rule, 2024, 'in_progress')).toBe(1);
    expect(isOverdue(rule, 2024, 'in_progress')).toBe(true);
    expect(isOverdue(rule, 2024, 'completed')).toBe(false);
    expect(isOverdue(rule, 2024, 'completed_earlier')).toBe(false);
    expect(isOverdue(rule, 2023, 'in_progress')).toBe(false);
    expect(yearsOverdue(rule, 2022, 'in_progress')).toBe(0);
    expect(yearsOverdue(parseDeadlineRule('令和4年度末まで'), 2024, 'in_progress')).toBe(2);
  });
  it('from and 毎年度 are never overdue', () => {
    for (const text of ['令和5年度から', '令和5年度以降', '毎年度', '令和5年度から毎年度', '']) {
      expect(isOverdue(parseDeadlineRule(text), 2030, 'in_progress')).toBe(false);
    }
  });
});
