import { describe, expect, test } from '@jest/globals';
import { formatAsOf } from './as-of.ts';

describe('the day of a figure', () => {
  test('is said with its year, in the era it lies in', () => {
    expect(formatAsOf('2025-04-25')).toBe('令和7年4月25日');
    expect(formatAsOf('2019-03-31')).toBe('平成31年3月31日');
    expect(formatAsOf('2025-04-25', 'en')).toBe('25 Apr 2025');
  });
});
