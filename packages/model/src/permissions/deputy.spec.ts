import { describe, expect, it } from '@jest/globals';
import { isAwayMeanwhile, isDeputyPeriod, lastDayOfDeputy } from './deputy.ts';

describe('the days of a 代理', () => {
  it.each([
    ['2025-05-14', '2025-05-14', true], ['2025-05-14', '2026-05-14', true], ['2025-06-01', '2025-06-30', true],
    ['2025-05-13', '2025-05-16', false], ['2025-05-16', '2025-05-15', false], ['2025-05-14', '2026-05-15', false], ['2026-05-15', '2026-05-15', false],
  ])('%s to %s, named on 2025-05-14: %s', (from, to, may) => {
    expect(isDeputyPeriod(from, to, '2025-05-14')).toBe(may);
  });

  it.each([
    ['2025-05-14', '2025-05-14', true], ['2025-05-16', '2025-05-20', true], ['2025-05-13', '2025-05-30', true], ['2025-05-12', '2025-05-13', false], ['2025-05-17', '2025-05-18', false],
  ])('%s to %s, of somebody away from the 14th to the 16th: away %s', (from, to, away) => {
    expect(isAwayMeanwhile([{ from: '2025-01-01', to: '2025-01-02' }, { from: '2025-05-14', to: '2025-05-16' }], from, to)).toBe(away);
    expect(isAwayMeanwhile([], from, to)).toBe(false);
  });

  it('end a year later at the latest, a leap day before', () => {
    expect(lastDayOfDeputy('2028-02-29')).toBe('2029-02-28');
    expect(lastDayOfDeputy('2027-02-28')).toBe('2028-02-28');
    expect(lastDayOfDeputy('2027-03-29')).toBe('2028-03-29');
    expect(lastDayOfDeputy('2027-02-01')).toBe('2028-02-01');
  });
});
