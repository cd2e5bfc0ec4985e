import { describe, expect, it } from '@jest/globals';
import { handedIn } from './handed-in.ts';
import { type AnswerContent, EMPTY_CONTENT } from './states.ts';

const full: AnswerContent = {
  ...EMPTY_CONTENT, example: '例', issue: '課題', reason: '理由', expected: '秋', numerator: '1', denominator: '2', baseline: '3', current: '4',
  parts: [{ name: '継続', value: '1' }], byWard: [{ organisationId: 'kita', baseline: null, value: '1', on: null }], asOf: '2025-03-31', source: '台帳', copied: ['example', 'reason', 'expected', 'issue'],
};

describe('what goes out by 提出', () => {
  it('はい, and an answer of figures, leaves an earlier reason and its planned time behind', () => {
    for (const answer of ['yes', null] as const) expect(handedIn({ ...full, answer })).toEqual({ ...full, answer, reason: '', expected: '', copied: ['example', 'issue'] });
  });
  it('いいえ goes out as it was written', () => { expect(handedIn({ ...full, answer: 'no' })).toEqual({ ...full, answer: 'no' }); });
  it('対象外 keeps its reason, and neither example nor figures', () => {
    expect(handedIn({ ...full, answer: 'not_applicable' })).toEqual({ ...EMPTY_CONTENT, answer: 'not_applicable', issue: '課題', reason: '理由', source: '台帳', copied: ['reason', 'issue'] });
  });
});
