import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addBusinessDays, addDays, businessDaysBetween, formatFiscalYear, isBusinessDay, nextBusinessDay, parseJapaneseTime } from '../index.ts';

/** Golden Week 2025. */
const CLOSED = new Set(['2025-04-29', '2025-05-03', '2025-05-04', '2025-05-05', '2025-05-06']);

describe('laws of the calendar', () => {
  it('adding and counting are inverse, forward and back', () => {
    fc.assert(fc.property(fc.integer({ min: -60, max: 60 }), fc.integer({ min: 0, max: 400 }), (n, shift) => {
      const from = nextBusinessDay(addDays('2025-01-01', shift), CLOSED);
      const to = addBusinessDays(from, n, CLOSED);
      expect(isBusinessDay(to, CLOSED)).toBe(true);
      expect(businessDaysBetween(from, to, CLOSED)).toBe(n);
    }));
  });

  it('counting in weeks is counting day by day, wherever it begins and ends', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 200 }), fc.integer({ min: -90, max: 90 }), (shift, length, n) => {
      const from = addDays('2025-03-01', shift);
      const days = Array.from({ length }, (_, at) => addDays(from, at + 1));
      expect(businessDaysBetween(from, addDays(from, length), CLOSED)).toBe(days.filter((day) => isBusinessDay(day, CLOSED)).length);
      let [day, left] = [from, Math.abs(n)];
      while (left > 0) {
        day = addDays(day, Math.sign(n));
        if (isBusinessDay(day, CLOSED)) left -= 1;
      }
      expect(addBusinessDays(from, n, CLOSED)).toBe(day);
    }));
  });

  it('a mistyped year holds up nobody', () => {
    const began = performance.now();
    for (let n = 0; n < 500; n += 1) {
      const count = businessDaysBetween('2025-05-13', '9999-05-13', CLOSED);
      expect(addBusinessDays('2025-05-13', count, CLOSED)).toBe('9999-05-13');
    }
    // Day by day it was a minute for a single one.
    expect(performance.now() - began).toBeLessThan(20_000);
  });

  it('a fiscal year is read back as it was written', () => {
    fc.assert(fc.property(fc.integer({ min: 1989, max: 2060 }), fc.constantFrom('long', 'short' as const), (fiscalYear, style) => {
      expect(parseJapaneseTime(formatFiscalYear(fiscalYear, style as 'long'))).toMatchObject({ fiscalYear });
    }));
  });
});
