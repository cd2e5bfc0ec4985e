import { describe, expect, test } from '@jest/globals';
import { EMPTY_CONTENT } from '@furikaeri/model';
import { answerNumber, signedChange } from './answer-words.ts';

describe('an answer in words', () => {
  test('gives its change a sign', () => {
    expect([signedChange('2'), signedChange('-11.4'), signedChange('0'), signedChange('1500', '人')]).toEqual(['+2', '−11.4', '±0', '+1,500人']);
  });
  test('shows a number with what it is of', () => {
    expect(answerNumber({ ...EMPTY_CONTENT, numerator: '323', denominator: '326' }, { kind: 'sum', unit: '地活協' })).toBe('323 / 326地活協');
    expect(answerNumber({ ...EMPTY_CONTENT, numerator: '1794', denominator: '3000' }, { kind: 'ratio', unit: '%' })).toBe('59.8%（1,794 / 3,000）');
    expect(answerNumber({ ...EMPTY_CONTENT, baseline: '55.6', current: '65.6' }, { kind: 'per_ward', unit: '%' })).toBe('55.6 → 65.6%（+10）');
    expect(answerNumber({ ...EMPTY_CONTENT, answer: 'not_applicable', numerator: '1' }, { kind: 'sum', unit: '' })).toBeNull();
    expect(answerNumber({ ...EMPTY_CONTENT, answer: 'yes' }, { kind: 'count_yes', unit: '区' })).toBeNull();
  });
});
