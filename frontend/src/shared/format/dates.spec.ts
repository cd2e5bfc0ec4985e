import { describe, expect, test } from '@jest/globals';
import { dayOf, formatDay, formatDecimal, formatFiscalYear, formatFullDay, formatInstant, formatMonth, formatNearDay, formatShortDay } from './dates.ts';

describe('dates', () => {
  test('a day carries its weekday', () => {
    expect(formatDay('2025-05-22')).toBe('5月22日（木）');
    expect(formatDay('2025-05-22', 'en')).toMatch(/Thu.* 22 May/);
  });
  test('a day of another year says which', () => {
    expect(formatFullDay('2027-01-01')).toBe('2027年1月1日（金）');
    expect(formatFullDay('2027-01-01', 'en')).toMatch(/Fri.* 1 Jan 2027/);
    expect(['2026-12-31', '2027-01-01'].map((date) => formatNearDay(date, '2026-11-30'))).toEqual(['12月31日（木）', '2027年1月1日（金）']);
    expect(formatNearDay('2027-01-01', '2026-11-30', 'en')).toBe(formatFullDay('2027-01-01', 'en'));
  });
  test('a short day and a month are no fractions in English', () => {
    expect([formatShortDay('2026-12-08'), formatShortDay('2026-12-08', 'en')]).toEqual(['12/8', '8 Dec']);
    expect([formatMonth(2026, 11), formatMonth(2026, 11, 'en')]).toEqual(['2026年11月', 'November 2026']);
  });
  test('an instant late in the evening of UTC is the next day in Tokyo', () => {
    expect(dayOf('2025-05-20T15:30:00Z')).toBe('2025-05-21');
    expect(formatInstant('2025-05-20T05:32:00Z', '2025-05-20')).toBe('14:32');
    expect(formatInstant('2025-05-19T05:32:00Z', '2025-05-20')).toBe('5月19日 14:32');
  });
  test('a fiscal year is said in 令和', () => {
    expect(formatFiscalYear(2024)).toBe('令和6年度');
    expect(formatFiscalYear(2019)).toBe('令和元年度');
    expect(formatFiscalYear(2024, 'en')).toBe('FY2024');
  });
  test('figures are grouped, their decimals kept', () => {
    expect(formatDecimal('15044')).toBe('15,044');
    expect(formatDecimal('-1234567.50')).toBe('-1,234,567.50');
  });
});
