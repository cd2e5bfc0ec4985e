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

  it('a fiscal year is read back as it was written', () => {
    fc.assert(fc.property(fc.integer({ min: 1989, max: 2060 }), fc.constantFrom('long', 'short' as const), (fiscalYear, style) => {
      expect(parseJapaneseTime(formatFiscalYear(fiscalYear, style as 'long'))).toMatchObject({ fiscalYear });
    }));
  });
});
