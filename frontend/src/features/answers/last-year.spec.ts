import { describe, expect, test } from '@jest/globals';
import { EMPTY_CONTENT } from '@furikaeri/model';
import type { AnswerContent } from '@furikaeri/model';
import { changedFields, copyTexts, copyable, uncopyTexts, withField } from './last-year.ts';

const written = (fields: Partial<AnswerContent>): AnswerContent => ({ ...EMPTY_CONTENT, ...fields });
const before = written({ answer: 'yes', example: '昨年度の例', issue: '昨年度の課題', numerator: '3' });

describe('last year\'s texts', () => {
  test('go into the empty fields only, marked as copied; numbers are never copied', () => {
    const next = copyTexts(written({ issue: '今年度の課題' }), before);
    expect(next).toMatchObject({ example: '昨年度の例', issue: '今年度の課題', copied: ['example'], numerator: null, answer: null });
  });
  test('a reason for いいえ does not fit an answer はい', () => {
    const no = written({ answer: 'no', reason: '準備中', expected: '令和7年度', issue: '課題' });
    expect(copyable(written({ answer: 'yes' }), no)).toEqual(['issue']);
    expect(copyable(written({ answer: 'no' }), no)).toEqual(['reason', 'expected', 'issue']);
    expect(copyable(written({}), no)).toEqual(['issue']);
  });
  test('go out again by 元に戻す, but for what was changed since', () => {
    const changed = withField(copyTexts(written({}), before), 'issue', '今年度の課題');
    expect(uncopyTexts(changed, ['example', 'issue'])).toMatchObject({ example: '', issue: '今年度の課題', copied: [] });
  });
  test('the mark goes when the text is changed, and stays when it is not', () => {
    const copied = copyTexts(written({}), before);
    expect(withField(copied, 'example', '今年度の例').copied).toEqual(['issue']);
    expect(withField(copied, 'example', '昨年度の例')).toBe(copied);
  });
});

describe('what changed from last year', () => {
  test('is told field by field; a new file or a new 時点 alone is no change', () => {
    expect(changedFields(written({ answer: 'no', example: '昨年度の例', issue: '昨年度の課題', numerator: '3', asOf: '2025-03-31' }), before)).toEqual(['answer']);
    expect(changedFields({ ...before, copied: ['example'] }, before)).toEqual([]);
  });
});
